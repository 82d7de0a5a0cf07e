package dev.xenvendor.c.token;

/**
 * One token of a C text.
 *
 * @param text the bytes as written, each byte a character
 */
public record CToken(Kind kind, ByteRange range, String text) {

  /** The kinds of token. */
  public enum Kind {
    IDENTIFIER,
    /** A preprocessing number: everything that starts like a number, right or wrong. */
    NUMBER,
    /** A string with its quotes and prefix; to the end of the line where the end quote lacks. */
    STRING,
    /** A character constant, likewise. */
    CHARACTER,
    PUNCTUATOR,
    /** The {@code <…>} of an include directive. */
    HEADER_NAME,
    BLOCK_COMMENT,
    /** A comment up to, not with, the end of the line. */
    LINE_COMMENT,
    /** Blanks, tabs and the like, without a line's end. */
    WHITE_SPACE,
    NEWLINE,
    /** A backslash at the end of a line, with the line's end: the line continues below. */
    CONTINUATION,
    /** A byte that no C text should hold here. */
    OTHER;

    /** Returns whether the compiler sees anything of it. */
    public boolean isSignificant() {
      return switch (this) {
        case BLOCK_COMMENT, LINE_COMMENT, WHITE_SPACE, NEWLINE, CONTINUATION -> false;
        default -> true;
      };
    }

    public boolean isComment() {
      return this == BLOCK_COMMENT || this == LINE_COMMENT;
    }
  }
}
