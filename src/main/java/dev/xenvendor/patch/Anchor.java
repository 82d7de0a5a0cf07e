package dev.xenvendor.patch;

import dev.xenvendor.patch.schema.Key;
import dev.xenvendor.patch.schema.KeyChoice;
import dev.xenvendor.patch.schema.KeyChoice.Alternative;
import dev.xenvendor.patch.schema.KeyType;
import dev.xenvendor.patch.text.Directives;
import dev.xenvendor.patch.text.TextLines;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a header at which lines are inserted: after or before text that every release has.
 *
 * @param text the anchor line, or the name of the macro for an anchor after a macro
 */
public record Anchor(Where where, String text) {

  private static final Pattern DEFINE =
      Pattern.compile("^\\s*#\\s*define\\s+([A-Za-z_]\\w*)\\b.*$");

  /** The kinds of place. */
  public enum Where {
    /** Behind the {@code #define} of the include guard. */
    AFTER_INCLUDE_GUARD,
    /** Before the {@code #endif} of the include guard. */
    BEFORE_END_OF_GUARD,
    /** Behind the first line that is the same, white space apart. */
    AFTER_LINE,
    /** Before the first line that is the same, white space apart. */
    BEFORE_LINE,
    /** Behind the first {@code #define} of a macro, whatever it is defined as. */
    AFTER_DEFINE,
    /**
     * After the first line that is the same, white space apart, and after the conditional it is in.
     */
    AFTER_BLOCK_OF_LINE
  }

  public static final Anchor AFTER_INCLUDE_GUARD = new Anchor(Where.AFTER_INCLUDE_GUARD, "");
  public static final Anchor BEFORE_END_OF_GUARD = new Anchor(Where.BEFORE_END_OF_GUARD, "");

  /** The key of the end of the include guard. */
  static final Key<Anchor> BEFORE = new Key<>("before", word("end-of-guard", BEFORE_END_OF_GUARD));

  /** The keys of an anchor. */
  public static final KeyChoice<Anchor> KEYS =
      new KeyChoice<>(
          List.of(
              at(
                  Where.AFTER_INCLUDE_GUARD,
                  new Key<>("after", word("include-guard", AFTER_INCLUDE_GUARD))),
              at(Where.BEFORE_END_OF_GUARD, BEFORE),
              textAt(
                  Where.AFTER_LINE,
                  "after-line",
                  KeyType.TEXT,
                  "The line they go after, white space apart."),
              textAt(
                  Where.BEFORE_LINE,
                  "before-line",
                  KeyType.TEXT,
                  "The line they go before, white space apart; not one of lines."),
              textAt(
                  Where.AFTER_DEFINE,
                  "after-define",
                  KeyType.TEXT.matching("^[A-Za-z_][A-Za-z0-9_]*$"),
                  "The macro after whose #define they go, however it is defined.")),
          "after",
          "one of `after: include-guard`, `before: end-of-guard`, `after-line`, `before-line`,"
              + " `after-define` (the name of a macro, however it is defined)");

  public Anchor {
    if (where == Where.AFTER_DEFINE && defined("#define " + text).filter(text::equals).isEmpty()) {
      throw new IllegalArgumentException("'" + text + "' is not the name of a macro");
    }
  }

  private static Alternative<Anchor> at(Where where, Key<Anchor> key) {
    return new Alternative<>(key, anchor -> anchor.where == where);
  }

  /** The key of a place that is known by a text. */
  private static Alternative<Anchor> textAt(
      Where where, String key, KeyType<String> text, String description) {
    KeyType<Anchor> type = text.as(t -> new Anchor(where, t), Anchor::text);
    return at(where, new Key<>(key, type, description));
  }

  /** A place that is written as one word. */
  private static KeyType<Anchor> word(String word, Anchor anchor) {
    return KeyType.TEXT
        .as(text -> requireWord(text, word, anchor), a -> word)
        .withSchema("{'const': '" + word + "'}");
  }

  private static Anchor requireWord(String text, String word, Anchor anchor) {
    if (!text.equals(word)) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not an anchor: after: include-guard, before: end-of-guard, after-line:,"
              + " before-line: or after-define:");
    }
    return anchor;
  }

  public boolean isAtGuard() {
    return where == Where.AFTER_INCLUDE_GUARD || where == Where.BEFORE_END_OF_GUARD;
  }

  public boolean isBefore() {
    return where == Where.BEFORE_END_OF_GUARD || where == Where.BEFORE_LINE;
  }

  /** Returns whether lines that are put at this place would be found in its stead. */
  public boolean isHiddenBy(List<String> lines) {
    return where == Where.BEFORE_LINE
        && lines.stream().anyMatch(line -> squeezed(line).equals(squeezed(text)));
  }

  /**
   * The line before which the lines go, counted from 0; empty where the header has no such place.
   */
  public Optional<Integer> in(TextLines lines) {
    Directives directives = new Directives(lines);
    return switch (where) {
      case AFTER_INCLUDE_GUARD -> directives.guard().map(Directives.Guard::inside);
      case BEFORE_END_OF_GUARD -> directives.guard().map(Directives.Guard::end);
      case AFTER_LINE -> line(lines).map(line -> line + 1);
      case BEFORE_LINE -> line(lines);
      case AFTER_DEFINE -> definition(lines);
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

  /** Returns the line after a definition and the lines that continue it. */
  private Optional<Integer> definition(TextLines lines) {
    for (int line = 0; line < lines.size(); line++) {
      if (defined(lines.get(line)).filter(text::equals).isPresent()) {
        while (line < lines.size() - 1 && lines.get(line).stripTrailing().endsWith("\\")) {
          line++;
        }
        return Optional.of(line + 1);
      }
    }
    return Optional.empty();
  }

  /** The macro that a line defines, if it does. */
  public static Optional<String> defined(String line) {
    Matcher define = DEFINE.matcher(line);
    return define.matches() ? Optional.of(define.group(1)) : Optional.empty();
  }

  private static String squeezed(String line) {
    return line.strip().replaceAll("\\s+", " ");
  }

  public String words() {
    return switch (where) {
      case AFTER_INCLUDE_GUARD -> "the include guard";
      case BEFORE_END_OF_GUARD -> "the end of the include guard";
      case AFTER_LINE, BEFORE_LINE, AFTER_BLOCK_OF_LINE -> "'" + text + "'";
      case AFTER_DEFINE -> "the definition of " + text;
    };
  }

  /** Returns why there is no such place. */
  public String missing() {
    return switch (where) {
      case AFTER_INCLUDE_GUARD, BEFORE_END_OF_GUARD -> "it has no include guard";
      case AFTER_LINE, BEFORE_LINE, AFTER_BLOCK_OF_LINE -> "it has no line '" + text + "'";
      case AFTER_DEFINE -> "it does not define " + text;
    };
  }
}
