package dev.xenvendor.conflict;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a conflict, or of one of its hunks: {@code 3}, {@code 3.2}. Numbers belong to the
 * merge: resolving a conflict does not change those of the others.
 *
 * @param conflict counted from 1, in the order in which the merge found them
 * @param hunk counted from 1 within the file; empty for the file as a whole
 */
public record ConflictNumber(int conflict, Optional<Integer> hunk) {

  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})(?:\\.([1-9]\\d{0,5}))?");

  public static ConflictNumber of(int conflict) {
    return new ConflictNumber(conflict, Optional.empty());
  }

  public static ConflictNumber of(int conflict, int hunk) {
    return new ConflictNumber(conflict, Optional.of(hunk));
  }

  /** Reads a number; empty where the text is none. */
  public static Optional<ConflictNumber> parse(String text) {
    Matcher number = FORM.matcher(text);
    return number.matches()
        ? Optional.of(
            new ConflictNumber(
                Integer.parseInt(number.group(1)),
                Optional.ofNullable(number.group(2)).map(Integer::valueOf)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return conflict + hunk.map(number -> "." + number).orElse("");
  }
}
