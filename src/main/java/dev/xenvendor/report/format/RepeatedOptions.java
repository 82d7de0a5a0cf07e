package dev.xenvendor.report.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options of this run that select the configuration. Commands in the output repeat them, so
 * that they can be copied.
 *
 * @param words the options as typed, each after a space; empty if none was given
 */
public record RepeatedOptions(String words) {

  public static final RepeatedOptions NONE = new RepeatedOptions("");

  /** The program before the name of a command; what has options already is complete. */
  private static final Pattern PROGRAM = Pattern.compile("(?<![\\w./-])xenvendor (?=[a-z])");

  /** Returns a text with the options in every command of this program. */
  public String in(String commands) {
    return words.isEmpty()
        ? commands
        : PROGRAM.matcher(commands).replaceAll(Matcher.quoteReplacement("xenvendor" + words + " "));
  }
}
