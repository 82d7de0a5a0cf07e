package dev.xenvendor.patch.text;

import dev.xenvendor.tree.Lines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file's lines for editing: the text of each without its ending, and the endings kept. Bytes are
 * taken for Latin-1, so that every byte is one character and comes out as it went in.
 */
public final class TextLines {

  private final List<String> lines = new ArrayList<>();
  private final List<String> endings = new ArrayList<>();
  private final String ending;

  public TextLines(byte[] text) {
    this.ending = Lines.usesCrLf(text) ? "\r\n" : "\n";
    for (String whole : Lines.text(text)) {
      String bare = whole.endsWith("\n") ? whole.substring(0, whole.length() - 1) : whole;
      bare =
          bare.endsWith("\r") && whole.endsWith("\n") ? bare.substring(0, bare.length() - 1) : bare;
      lines.add(bare);
      endings.add(whole.substring(bare.length()));
    }
  }

  /** Returns the first line of a text without its end; empty where the text is. */
  public static Optional<String> first(byte[] text) {
    int end = 0;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    return new TextLines(Arrays.copyOf(text, Math.min(end + 1, text.length)))
        .lines.stream().findFirst();
  }

  /** Returns the lines of a text without their ends. */
  public static List<String> of(byte[] text) {
    return Lines.text(text).stream()
        .map(line -> line.endsWith("\n") ? line.substring(0, line.length() - 1) : line)
        .map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
        .toList();
  }

  public int size() {
    return lines.size();
  }

  public String get(int line) {
    return lines.get(line);
  }

  /** The bytes of a line, its ending included. */
  public int length(int line) {
    return lines.get(line).length() + endings.get(line).length();
  }

  public void set(int line, String text) {
    lines.set(line, text);
  }

  /** Inserts lines before the given one, with the endings that the file has. */
  public void insert(int at, List<String> texts) {
    insertLatin1(at, texts.stream().map(TextLines::latin1).toList());
  }

  /** The same for lines that are bytes as characters already. */
  public void insertLatin1(int at, List<String> texts) {
    if (!texts.isEmpty() && at == size() && at > 0 && endings.get(at - 1).isEmpty()) {
      endings.set(at - 1, ending);
    }
    for (int i = 0; i < texts.size(); i++) {
      lines.add(at + i, texts.get(i));
      endings.add(at + i, ending);
    }
  }

  /** Lines written by people are Unicode; in the file they are UTF-8. */
  public static String latin1(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** The other way round; bytes that are no UTF-8 stay the characters they are. */
  public static String unicode(String latin1) {
    byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
    String utf8 = new String(bytes, StandardCharsets.UTF_8);
    return latin1(utf8).equals(latin1) ? utf8 : latin1;
  }

  /**
   * Refuses text that is more than one line.
   *
   * @param key what holds the text in the patch's file
   */
  public static void requireOneLine(String key, String text) {
    if (text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(key + " must be one line");
    }
  }

  public void remove(int begin, int end) {
    lines.subList(begin, end).clear();
    endings.subList(begin, end).clear();
  }

  public boolean isBlank(int line) {
    return line >= 0 && line < size() && lines.get(line).isBlank();
  }

  public byte[] bytes() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append(lines.get(i)).append(endings.get(i));
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
