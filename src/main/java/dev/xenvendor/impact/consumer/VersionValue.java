package dev.xenvendor.impact.consumer;

import dev.xenvendor.profile.InterfaceVersion;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An interface version as written: a number, or a name for one. */
final class VersionValue {

  private static final Pattern NUMBER =
      Pattern.compile("(0[xX][0-9a-fA-F]{1,8}|[0-9]{1,9})[uUlL]*");
  private static final Pattern VARIABLE = Pattern.compile("\\$[({](\\w+)[)}]|([A-Za-z_]\\w*)");
  private static final int MOST_NAMES = 16;

  private VersionValue() {}

  /**
   * The version as in {@code 0x00030209}, or the macro for the newest.
   *
   * @param values the values of names; empty if unknown
   * @return empty where it is not to be known
   */
  static Optional<String> of(String written, UnaryOperator<String> values) {
    String text = written;
    for (int i = 0; i < MOST_NAMES; i++) {
      if (text.equals(InterfaceVersion.LATEST_MACRO)) {
        return Optional.of(text);
      }
      Matcher number = NUMBER.matcher(text);
      if (number.matches()) {
        return Optional.of(String.format("0x%08x", Long.decode(number.group(1))));
      }
      Matcher variable = VARIABLE.matcher(text);
      if (!variable.matches()) {
        return Optional.empty();
      }
      text = values.apply(variable.group(1) != null ? variable.group(1) : variable.group(2));
    }
    return Optional.empty();
  }
}
