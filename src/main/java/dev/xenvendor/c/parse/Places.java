package dev.xenvendor.c.parse;

import dev.xenvendor.c.parse.Place.Origin;
import dev.xenvendor.c.token.ByteRange;
import dev.xenvendor.c.token.CToken.Kind;
import dev.xenvendor.c.token.CTokens;

/** Finds what belongs to a definition beyond its own tokens. */
final class Places {

  private final CTokens tokens;

  Places(CTokens tokens) {
    this.tokens = tokens;
  }

  Place of(ByteRange range, Origin origin) {
    return new Place(range, withComments(range), tokens.line(range.start()), origin);
  }

  /** The range extended over the semicolon that follows it, if one does. */
  ByteRange withSemicolon(ByteRange range) {
    int next = tokens.significant(firstBehind(range));
    return next < tokens.size() && tokens.isPunctuator(next, ';')
        ? new ByteRange(range.start(), tokens.end(next))
        : range;
  }

  private int firstBehind(ByteRange range) {
    return range.length() == 0 ? tokens.size() : tokens.at(range.end() - 1) + 1;
  }

  private ByteRange withComments(ByteRange range) {
    if (range.length() == 0) {
      return range;
    }
    return new ByteRange(commentsAbove(range.start()), commentBehind(range.end()));
  }

  /** The start of the comment above, or what was given where there is none. */
  private int commentsAbove(int start) {
    int above = lineAbove(tokens.at(start));
    if (above < 0 || !tokens.kind(above).isComment() || lineAbove(above) == SHARED) {
      return start;
    }
    // Consecutive line comments are one comment to a reader.
    int next = lineAbove(above);
    while (next >= 0
        && tokens.kind(above) == Kind.LINE_COMMENT
        && tokens.kind(next) == Kind.LINE_COMMENT
        && lineAbove(next) != SHARED) {
      above = next;
      next = lineAbove(above);
    }
    return tokens.start(above);
  }

  /** There is a token before it on its own line. */
  private static final int SHARED = -2;

  private static final int FILE_START = -1;

  /** The last token but blanks of the line above the one that a token begins. */
  private int lineAbove(int token) {
    int newline = skipBlanks(token - 1);
    if (newline < 0) {
      return FILE_START;
    }
    if (tokens.kind(newline) != Kind.NEWLINE) {
      return SHARED;
    }
    int last = skipBlanks(newline - 1);
    return last < 0 || tokens.inDirective(last) ? FILE_START : last;
  }

  private int skipBlanks(int from) {
    int token = from;
    while (token >= 0 && tokens.kind(token) == Kind.WHITE_SPACE) {
      token--;
    }
    return token;
  }

  /** The end of a comment that ends the line, or what was given where there is none. */
  private int commentBehind(int end) {
    int comment = tokens.at(end - 1) + 1;
    while (comment < tokens.size() && tokens.kind(comment) == Kind.WHITE_SPACE) {
      comment++;
    }
    if (comment >= tokens.size() || !tokens.kind(comment).isComment()) {
      return end;
    }
    int next = comment + 1;
    while (next < tokens.size() && tokens.kind(next) == Kind.WHITE_SPACE) {
      next++;
    }
    boolean endsLine = next == tokens.size() || tokens.kind(next) == Kind.NEWLINE;
    return endsLine ? tokens.end(comment) : end;
  }
}
