package dev.xenvendor.diff;

import java.util.Arrays;

/** A byte text cut into lines, each with a number that only equal lines share. */
public final class NumberedText {

  private final byte[] text;
  private final int[] numbers;
  private final int[] starts;

  NumberedText(byte[] text, int[] numbers, int[] starts) {
    this.text = text;
    this.numbers = numbers;
    this.starts = starts;
  }

  /** The text alone. */
  public static NumberedText of(byte[] text) {
    return new LineInterner().of(text);
  }

  public int size() {
    return numbers.length;
  }

  /** The number of each line; not to be changed. */
  public int[] numbers() {
    return numbers;
  }

  /** The bytes of the lines from {@code begin} to before {@code end}, counted from 0. */
  public byte[] bytes(int begin, int end) {
    return Arrays.copyOfRange(text, starts[begin], starts[end]);
  }

  /**
   * Returns whether a line is the same as one of another text that was numbered along with this
   * one.
   */
  public boolean sameLine(int line, NumberedText other, int otherLine) {
    return numbers[line] == other.numbers[otherLine];
  }
}
