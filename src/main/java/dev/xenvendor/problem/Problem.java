package dev.xenvendor.problem;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An error that the user can fix: what is wrong, and if known the next command to type.
 *
 * <p>Everything else that is thrown is a bug of the program. Conflicts and findings are results,
 * not problems.
 */
public final class Problem extends RuntimeException {

  /** The kinds of problem; each has its own exit code. */
  public enum Kind {
    /** The command line is wrong. */
    USAGE,
    /** A file that the user wrote is wrong. */
    INPUT_FILE,
    /** The state of the repository or of a source does not allow the command. */
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

  /** The same problem with the step that fixes it. */
  public Problem hint(String next) {
    return new Problem(kind, text(), next, getCause());
  }

  /** The same problem, prefixed with its context. */
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

  /** Returns what is wrong, in one sentence. */
  public String text() {
    return String.valueOf(getMessage());
  }

  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }
}
