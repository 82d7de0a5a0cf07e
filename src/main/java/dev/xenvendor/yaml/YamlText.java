package dev.xenvendor.yaml;

import java.util.regex.Pattern;

/** Scalars as they must be written so that they are read back as they are. */
public final class YamlText {

  /** Words that YAML cannot take for anything else. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/_+][A-Za-z0-9/_+.~-]*");

  private YamlText() {}

  /** The text plain where that is safe, else in double quotes. */
  public static String scalar(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> appendQuoted(quoted, c));
    return quoted.append('"').toString();
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
