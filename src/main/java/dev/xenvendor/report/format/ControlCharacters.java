package dev.xenvendor.report.format;

/** Characters that a terminal or a browser acts on instead of showing them. */
public final class ControlCharacters {

  private ControlCharacters() {}

  /**
   * Returns whether a character is a control character, is invisible, or changes the direction of
   * text.
   */
  public static boolean is(char c) {
    return Character.isISOControl(c)
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\u2028'
        || c == '\u2029'
        || (c >= '\u200B' && c <= '\u200F')
        || c == '\uFEFF';
  }

  /** Returns a character as an escape sequence, e.g. {@code \x1b}. */
  public static String escaped(char c) {
    return c < 0x100 ? String.format("\\x%02x", (int) c) : String.format("\\u%04x", (int) c);
  }

  /** Returns a text with escape sequences for all of them but line feeds and tabs. */
  public static String visible(String text) {
    if (text.chars().noneMatch(c -> is((char) c))) {
      return text;
    }
    StringBuilder visible = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      visible.append(is(c) && c != '\n' && c != '\t' ? escaped(c) : String.valueOf(c));
    }
    return visible.toString();
  }
}
