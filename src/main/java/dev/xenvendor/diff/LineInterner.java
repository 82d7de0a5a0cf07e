package dev.xenvendor.diff;

import java.util.Arrays;

/**
 * Gives every different line a number, so that lines can be compared by comparing numbers. A line's
 * ending is part of it.
 */
public final class LineInterner {

  private int[] table = new int[1 << 10];
  private byte[][] texts = new byte[1 << 9][];
  private int[] starts = new int[1 << 9];
  private int[] ends = new int[1 << 9];
  private int[] hashes = new int[1 << 9];
  private int count;

  /** The text cut into lines; equal lines of any text given so far have equal numbers. */
  public NumberedText of(byte[] text) {
    int[] numbers = new int[text.length / 16 + 16];
    int[] lineStarts = new int[numbers.length + 1];
    int lines = 0;
    int start = 0;
    while (start < text.length) {
      int hash = 1;
      int end = start;
      while (end < text.length && text[end] != '\n') {
        hash = 31 * hash + text[end++];
      }
      end = Math.min(end + 1, text.length);
      if (lines == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * lines);
        lineStarts = Arrays.copyOf(lineStarts, 2 * lines + 1);
      }
      numbers[lines++] = number(text, start, end, hash ^ (hash >>> 15));
      lineStarts[lines] = end;
      start = end;
    }
    return new NumberedText(
        text, Arrays.copyOf(numbers, lines), Arrays.copyOf(lineStarts, lines + 1));
  }

  private int number(byte[] text, int start, int end, int hash) {
    int slot = hash & (table.length - 1);
    while (table[slot] != 0) {
      int known = table[slot] - 1;
      if (hashes[known] == hash
          && Arrays.equals(texts[known], starts[known], ends[known], text, start, end)) {
        return known;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return add(slot, text, start, end, hash);
  }

  private int add(int slot, byte[] text, int start, int end, int hash) {
    table[slot] = count + 1;
    texts[count] = text;
    starts[count] = start;
    ends[count] = end;
    hashes[count] = hash;
    count++;
    if (count == texts.length) {
      grow();
    }
    return count - 1;
  }

  private void grow() {
    texts = Arrays.copyOf(texts, 2 * count);
    starts = Arrays.copyOf(starts, 2 * count);
    ends = Arrays.copyOf(ends, 2 * count);
    hashes = Arrays.copyOf(hashes, 2 * count);
    table = new int[4 * count];
    for (int known = 0; known < count; known++) {
      int slot = hashes[known] & (table.length - 1);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = known + 1;
    }
  }

  /** Returns the number of different lines. */
  public int count() {
    return count;
  }
}
