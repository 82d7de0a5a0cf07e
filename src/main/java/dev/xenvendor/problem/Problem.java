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
  private final @Nullable FilePlace place;
  private final @Nullable String hint;

  private Problem(
      Kind kind,
      @Nullable FilePlace place,
      String message,
      @Nullable String hint,
      @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.place = place;
    this.hint = hint;
  }

  private static Problem of(Kind kind, String message) {
    return new Problem(kind, null, message, null, null);
  }

  public static Problem usage(String message) {
    return of(Kind.USAGE, message);
  }

  public static Problem inputFile(String message) {
    return of(Kind.INPUT_FILE, message);
  }

  /** Returns a problem at a place, which the message does not repeat. */
  public static Problem inputFile(FilePlace place, String message) {
    return new Problem(Kind.INPUT_FILE, place, place + ": " + message, null, null);
  }

  public static Problem repository(String message) {
    return of(Kind.REPOSITORY, message);
  }

  public static Problem unavailable(String message) {
    return of(Kind.UNAVAILABLE, message);
  }

  /** The same problem with the step that fixes it. */
  public Problem hint(String next) {
    return new Problem(kind, place, text(), next, getCause());
  }

  /** The same problem, prefixed with its context. */
  public Problem after(String what) {
    return new Problem(kind, place, what + ": " + text(), hint, getCause());
  }

  /** The same problem with what brought it about. */
  public Problem because(Throwable cause) {
    return new Problem(kind, place, text(), hint, cause);
  }

  public Kind kind() {
    return kind;
  }

  /** Returns the place in a file of the user that is wrong, if there is one. */
  public Optional<FilePlace> place() {
    return Optional.ofNullable(place);
  }

  /** Returns what is wrong, in one sentence. */
  public String text() {
    return String.valueOf(getMessage());
  }

  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }
}
