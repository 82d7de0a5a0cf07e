package dev.xenvendor.tree;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines of a byte text: each ends after its line feed, the last one perhaps without. */
public final class Lines {

  private Lines() {}

  public static int count(byte[] text) {
    int lines = 0;
    for (byte b : text) {
      if (b == '\n') {
        lines++;
      }
    }
    return endsOpen(text) ? lines + 1 : lines;
  }

  /** The lines with their endings; put together they are the text again. */
  public static List<byte[]> split(byte[] text) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        lines.add(Arrays.copyOfRange(text, start, i + 1));
        start = i + 1;
      }
    }
    if (start < text.length) {
      lines.add(Arrays.copyOfRange(text, start, text.length));
    }
    return lines;
  }

  /** Returns the same as text with one character for each byte, so that lines can be compared. */
  public static List<String> text(byte[] text) {
    return split(text).stream().map(line -> new String(line, StandardCharsets.ISO_8859_1)).toList();
  }

  /** Returns the text that lines of such characters are. */
  public static byte[] bytes(List<String> lines) {
    return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Returns the lines without the blank ones at either end. */
  public static List<String> withoutBlankEnds(List<String> lines) {
    int begin = 0;
    int end = lines.size();
    while (begin < end && lines.get(begin).isBlank()) {
      begin++;
    }
    while (begin < end && lines.get(end - 1).isBlank()) {
      end--;
    }
    return lines.subList(begin, end);
  }

  /** Returns one text below the other; the first gets the line ending that it may lack. */
  public static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(first);
    if (endsOpen(first) && second.length > 0) {
      joined.writeBytes((usesCrLf(first) ? "\r\n" : "\n").getBytes(StandardCharsets.US_ASCII));
    }
    joined.writeBytes(second);
    return joined.toByteArray();
  }

  /** Returns whether the text ends in a line without a line feed. */
  public static boolean endsOpen(byte[] text) {
    return text.length > 0 && text[text.length - 1] != '\n';
  }

  /** Returns whether the text's first line ends in carriage return and line feed. */
  public static boolean usesCrLf(byte[] text) {
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        return i > 0 && text[i - 1] == '\r';
      }
    }
    return false;
  }

  /** Returns whether git would take the bytes for binary: a NUL near the start. */
  public static boolean isBinary(byte[] content) {
    int looked = Math.min(content.length, 8000);
    for (int i = 0; i < looked; i++) {
      if (content[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
