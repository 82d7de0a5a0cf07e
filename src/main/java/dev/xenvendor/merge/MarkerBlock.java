package dev.xenvendor.merge;

import dev.xenvendor.diff.NumberedText;
import dev.xenvendor.merge.Chunk.Hunk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A hunk between conflict markers in a file.
 *
 * @param firstLine the line of the first marker, counted from 0
 * @param endLine the line after the last marker
 */
public record MarkerBlock(int firstLine, int endLine, byte[] local, byte[] base, byte[] vendor) {

  /** All the complete blocks of a text, in order; only diff3 blocks, which have three parts. */
  public static List<MarkerBlock> find(byte[] text) {
    NumberedText lines = NumberedText.of(text);
    List<MarkerBlock> blocks = new ArrayList<>();
    int[] marks = new int[3];
    int seen = 0;
    for (int line = 0; line < lines.size(); line++) {
      char mark = markOf(lines.bytes(line, line + 1), Markers.WIDTH);
      if (mark == '<') {
        marks[0] = line;
        seen = 1;
      } else if (mark == '|' && seen == 1) {
        marks[seen++] = line;
      } else if (mark == '=' && seen == 2) {
        marks[seen++] = line;
      } else if (mark == '>' && seen == 3) {
        blocks.add(
            new MarkerBlock(
                marks[0],
                line + 1,
                lines.bytes(marks[0] + 1, marks[1]),
                lines.bytes(marks[1] + 1, marks[2]),
                lines.bytes(marks[2] + 1, line)));
        seen = 0;
      }
    }
    return blocks;
  }

  /** Returns whether any line of the text is a conflict marker of any style. */
  public static boolean anyMarkerIn(byte[] text) {
    return !markerLines(text).isEmpty();
  }

  /** The lines that are conflict markers of any style, counted from 0. */
  public static List<Integer> markerLines(byte[] text) {
    if (!mayHoldMarkers(text)) {
      return List.of();
    }
    NumberedText lines = NumberedText.of(text);
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      byte[] line = lines.bytes(i, i + 1);
      if (isOuter(markOf(line, Markers.WIDTH)) || isOuter(markOf(line, Markers.NESTED_WIDTH))) {
        found.add(i);
      }
    }
    return found;
  }

  private static boolean mayHoldMarkers(byte[] text) {
    boolean lineBegins = true;
    for (byte b : text) {
      if (lineBegins && isOuter((char) b)) {
        return true;
      }
      lineBegins = b == '\n';
    }
    return false;
  }

  /** Rulers of headers may look like the middle marker. */
  private static boolean isOuter(char mark) {
    return mark == '<' || mark == '>' || mark == '|';
  }

  /** Returns which marker of a width a line is: one of its characters, or a blank. */
  private static char markOf(byte[] line, int width) {
    String text = new String(line, StandardCharsets.ISO_8859_1).stripTrailing();
    if (text.length() < width) {
      return ' ';
    }
    char mark = text.charAt(0);
    boolean repeated = text.startsWith(String.valueOf(mark).repeat(width));
    boolean ends = text.length() == width || text.charAt(width) == ' ';
    boolean alone = mark != '=' || text.length() == width;
    return "<|=>".indexOf(mark) >= 0 && repeated && ends && alone ? mark : ' ';
  }

  /** Returns whether this is the block that a hunk was written as, untouched since. */
  public boolean isOf(Hunk hunk) {
    return same(local, hunk.local().text())
        && same(base, hunk.base().text())
        && same(vendor, hunk.vendor().text());
  }

  /** A last line without an ending was given one so that the marker could follow. */
  private static boolean same(byte[] written, byte[] text) {
    return Arrays.equals(written, text)
        || isEnded(written, text, "\n")
        || isEnded(written, text, "\r\n");
  }

  private static boolean isEnded(byte[] written, byte[] text, String ending) {
    byte[] ended = Arrays.copyOf(text, text.length + ending.length());
    byte[] end = ending.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(end, 0, ended, text.length, end.length);
    return Arrays.equals(written, ended);
  }

  /** The text with this block replaced. */
  public byte[] replaceIn(byte[] text, byte[] replacement) {
    NumberedText lines = NumberedText.of(text);
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    out.writeBytes(lines.bytes(0, firstLine));
    out.writeBytes(replacement);
    out.writeBytes(lines.bytes(endLine, lines.size()));
    return out.toByteArray();
  }
}
