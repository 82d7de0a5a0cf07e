package dev.xenvendor.c.parse;

import dev.xenvendor.tree.HeaderPath;

/**
 * Something in a header that could not be read.
 *
 * @param line from 1
 */
public record CProblem(Kind kind, HeaderPath header, int line, String message) {

  /** The kinds of problem, by the facts that stay unknown. */
  public enum Kind {
    /** The text there is not C, or a macro is missing: its meaning is unknown. */
    SYNTAX,
    /** A directive cannot be obeyed, or is an {@code #error}; the definitions are known. */
    DIRECTIVE,
    /** A header that should be beside this one is not there; its macros are not known. */
    INCLUDE
  }

  @Override
  public String toString() {
    return header + ":" + line + ": " + message;
  }
}
