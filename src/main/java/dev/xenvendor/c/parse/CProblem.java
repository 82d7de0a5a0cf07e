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
    /** The parser did not get the header, or gave up on it: nothing of it is known. */
    UNREAD,
    /** The text there is not C, or a macro is missing: its meaning is unknown. */
    SYNTAX,
    /** A directive cannot be obeyed, or is an {@code #error}; the definitions are known. */
    DIRECTIVE,
    /** A header that should be beside this one is not there; its macros are not known. */
    INCLUDE
  }

  /** Returns what is wrong, and where in the header if it is at some line of it. */
  public String inHeader() {
    return kind == Kind.UNREAD ? message : "line " + line + ": " + message;
  }

  /** Returns whether some text is lost. */
  boolean losesText() {
    return kind == Kind.UNREAD || kind == Kind.SYNTAX;
  }

  @Override
  public String toString() {
    return header + ":" + line + ": " + message;
  }
}
