package dev.xenvendor.cli.console;

import dev.xenvendor.problem.Problem;

/** The program's exit statuses, which are documented for scripts. */
public final class ExitCode {

  /** Done; nothing to report. */
  public static final int DONE = 0;

  /** Conflicts are left, or a check found an error. */
  public static final int FINDING = 1;

  /** The command line is wrong. */
  public static final int USAGE = 2;

  /** A file that the user wrote is wrong. */
  public static final int INPUT_FILE = 3;

  /** The repository, or a source, is not in a state to continue safely. */
  public static final int REPOSITORY = 4;

  /** A source or a tool cannot be reached. */
  public static final int UNAVAILABLE = 5;

  /** A bug in the program. */
  public static final int BUG = 70;

  private ExitCode() {}

  public static int of(Problem problem) {
    return switch (problem.kind()) {
      case USAGE -> USAGE;
      case INPUT_FILE -> INPUT_FILE;
      case REPOSITORY -> REPOSITORY;
      case UNAVAILABLE -> UNAVAILABLE;
    };
  }
}
