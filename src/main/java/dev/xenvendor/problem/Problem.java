package dev.xenvendor.problem;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something the user can put right: what is wrong, and where known the next command to type.
 *
 * <p>Everything else that is thrown is a bug of the program. Conflicts and findings are results,
 * not problems.
 */
public final class Problem extends RuntimeException {

  /** Who can put it right; each kind has its own exit code. */
  public enum Kind {
    /** The command line is wrong. */
    USAGE,
    /** A file the user wrote is wrong. */
    INPUT_FILE,
    /** The repository, or a source, is in a state in which going on would not be safe. */
    REPOSITORY,
    /** A source or a tool cannot be reached. */
    UNAVAILABLE
  }

  private final Kind kind;
  private final @Nullable String hint;

  private Problem(Kind kind, String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.hint = hint;
  }

  public static Problem usage(String message) {
    return new Problem(Kind.USAGE, message, null, null);
  }

  public static Problem inputFile(String message) {
    return new Problem(Kind.INPUT_FILE, message, null, null);
  }

  public static Problem repository(String message) {
    return new Problem(Kind.REPOSITORY, message, null, null);
  }

  public static Problem unavailable(String message) {
    return new Problem(Kind.UNAVAILABLE, message, null, null);
  }

  /** The same problem with the step that puts it right. */
  public Problem hint(String next) {
    return new Problem(kind, text(), next, getCause());
  }

  /** The same problem, told with what had come before it. */
  public Problem after(String what) {
    return new Problem(kind, what + ": " + text(), hint, getCause());
  }

  /** The same problem with what brought it about. */
  public Problem because(Throwable cause) {
    return new Problem(kind, text(), hint, cause);
  }

  public Kind kind() {
    return kind;
  }

  /** What is wrong, in one sentence. */
  public String text() {
    return String.valueOf(getMessage());
  }

  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }
}
