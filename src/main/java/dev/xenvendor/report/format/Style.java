package dev.xenvendor.report.format;

/**
 * The settings that the display of a report depends on.
 *
 * @param color whether to use a terminal's colours
 * @param detail how much to say
 * @param repeated what the commands that it suggests repeat
 */
public record Style(boolean color, Detail detail, RepeatedOptions repeated) {

  public Style(boolean color, Detail detail) {
    this(color, detail, RepeatedOptions.NONE);
  }

  /** The levels of detail. */
  public enum Detail {
    /** The first line only. */
    QUIET,
    NORMAL,
    /** Every file, every line. */
    VERBOSE
  }

  public static final Style PLAIN = new Style(false, Detail.NORMAL);

  public String bold(String text) {
    return paint("1", text);
  }

  public String good(String text) {
    return paint("32", text);
  }

  public String bad(String text) {
    return paint("31;1", text);
  }

  public String warning(String text) {
    return paint("33", text);
  }

  public String faint(String text) {
    return paint("36", text);
  }

  public Style repeating(RepeatedOptions others) {
    return new Style(color, detail, others);
  }

  /** Returns a text whose commands work as they are copied. */
  public String commands(String text) {
    return repeated.in(text);
  }

  public boolean isVerbose() {
    return detail == Detail.VERBOSE;
  }

  private String paint(String code, String text) {
    return color ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
