package dev.xenvendor.yaml;

import java.util.stream.IntStream;

/** Scalars as they must be written so that they are read back as they are. */
public final class YamlText {

  private YamlText() {}

  /** The text plain where that is safe, else in double quotes. */
  public static String scalar(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> appendQuoted(quoted, c));
    return quoted.append('"').toString();
  }

  /** Adds a line with a key and a scalar. */
  public static void line(StringBuilder out, String key, String value) {
    out.append(key).append(": ").append(scalar(value)).append('\n');
  }

  private static boolean isPlain(String text) {
    return !text.isEmpty()
        && IntStream.range(0, text.length()).allMatch(i -> isPlain(text.charAt(i), i == 0));
  }

  /**
   * Returns whether a character may be in, or begin, a word that YAML cannot take for anything
   * else.
   */
  public static boolean isPlain(char c, boolean first) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "/_+".indexOf(c) >= 0
        || (!first && ".~-".indexOf(c) >= 0);
  }

  private static void appendQuoted(StringBuilder quoted, int c) {
    if (c == '"' || c == '\\') {
      quoted.append('\\').appendCodePoint(c);
    } else if (isPrintable(c)) {
      quoted.appendCodePoint(c);
    } else {
      quoted.append(String.format("\\u%04x", c));
    }
  }

  /** Not so are controls, YAML's own line ends, byte order marks and halves of a character. */
  private static boolean isPrintable(int c) {
    boolean lineEnd = c == 0x2028 || c == 0x2029;
    boolean orderMark = c == 0xfeff || c == 0xfffe || c == 0xffff;
    boolean half = Character.getType(c) == Character.SURROGATE;
    return !(Character.isISOControl(c) || lineEnd || orderMark || half);
  }
}
