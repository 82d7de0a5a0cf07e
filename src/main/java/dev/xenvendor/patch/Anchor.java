package dev.xenvendor.patch;

import java.util.List;
import java.util.Optional;

/**
 * A place in a header where lines go: behind or before something that every release has.
 *
 * @param text the line it is at, for an anchor at a line
 */
public record Anchor(Where where, String text) {

  /** What kind of place. */
  public enum Where {
    /** Behind the {@code #define} of the include guard. */
    AFTER_INCLUDE_GUARD,
    /** Before the {@code #endif} of the include guard. */
    BEFORE_END_OF_GUARD,
    /** Behind the first line that is the same, white space apart. */
    AFTER_LINE,
    /** Before the first line that is the same, white space apart. */
    BEFORE_LINE,
    /**
     * Behind the first line that is the same, white space apart, and behind the conditional it is
     * in.
     */
    AFTER_BLOCK_OF_LINE
  }

  public static final Anchor AFTER_INCLUDE_GUARD = new Anchor(Where.AFTER_INCLUDE_GUARD, "");
  public static final Anchor BEFORE_END_OF_GUARD = new Anchor(Where.BEFORE_END_OF_GUARD, "");

  boolean isAtGuard() {
    return where == Where.AFTER_INCLUDE_GUARD || where == Where.BEFORE_END_OF_GUARD;
  }

  boolean isBefore() {
    return where == Where.BEFORE_END_OF_GUARD || where == Where.BEFORE_LINE;
  }

  /** Whether lines that are put at this place would be found in its stead. */
  boolean isHiddenBy(List<String> lines) {
    return where == Where.BEFORE_LINE
        && lines.stream().anyMatch(line -> squeezed(line).equals(squeezed(text)));
  }

  /**
   * The line before which the lines go, counted from 0; empty where the header has no such place.
   */
  Optional<Integer> in(TextLines lines) {
    Directives directives = new Directives(lines);
    return switch (where) {
      case AFTER_INCLUDE_GUARD -> directives.guard().map(Directives.Guard::inside);
      case BEFORE_END_OF_GUARD -> directives.guard().map(Directives.Guard::end);
      case AFTER_LINE -> line(lines).map(line -> line + 1);
      case BEFORE_LINE -> line(lines);
      case AFTER_BLOCK_OF_LINE -> line(lines).map(directives::behindConditional);
    };
  }

  private Optional<Integer> line(TextLines lines) {
    String wanted = squeezed(TextLines.latin1(text));
    for (int line = 0; line < lines.size(); line++) {
      if (squeezed(lines.get(line)).equals(wanted)) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  private static String squeezed(String line) {
    return line.strip().replaceAll("\\s+", " ");
  }

  String words() {
    return switch (where) {
      case AFTER_INCLUDE_GUARD -> "the include guard";
      case BEFORE_END_OF_GUARD -> "the end of the include guard";
      case AFTER_LINE, BEFORE_LINE, AFTER_BLOCK_OF_LINE -> "'" + text + "'";
    };
  }

  /** Why there is no such place. */
  String missing() {
    return switch (where) {
      case AFTER_INCLUDE_GUARD, BEFORE_END_OF_GUARD -> "it has no include guard";
      case AFTER_LINE, BEFORE_LINE, AFTER_BLOCK_OF_LINE -> "it has no line '" + text + "'";
    };
  }
}
