package dev.xenvendor.c.token;

import java.util.Arrays;

/**
 * The first lines of a header that are blank or one whole comment each, such as an ident line. The
 * compiler ignores them, so headers that differ only in them define the same.
 */
public final class LeadingComments {

  private LeadingComments() {}

  /** Whether two texts are equal below these lines. */
  public static boolean areOnlyDifference(byte[] one, byte[] other) {
    return Arrays.equals(one, end(one), one.length, other, end(other), other.length);
  }

  /** Returns the offset of the first line that is something else. */
  static int end(byte[] text) {
    int begin = 0;
    while (begin < text.length) {
      int next = begin;
      while (next < text.length && text[next] != '\n') {
        next++;
      }
      if (!isComment(text, begin, next)) {
        return begin;
      }
      begin = Math.min(next + 1, text.length);
    }
    return begin;
  }

  /** Returns whether a line is blank, or a comment in which no other comment begins. */
  private static boolean isComment(byte[] text, int begin, int end) {
    int at = skipBlanks(text, begin, end);
    if (at == end) {
      return true;
    }
    if (!isAt(text, at, end, '/', '*')) {
      return false;
    }
    for (at += 2; at < end; at++) {
      if (isAt(text, at, end, '*', '/')) {
        return skipBlanks(text, at + 2, end) == end;
      }
      if (isAt(text, at, end, '/', '*')) {
        return false;
      }
    }
    return false;
  }

  private static int skipBlanks(byte[] text, int begin, int end) {
    int at = begin;
    while (at < end && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r')) {
      at++;
    }
    return at;
  }

  private static boolean isAt(byte[] text, int at, int end, char first, char second) {
    return at + 1 < end && text[at] == first && text[at + 1] == second;
  }
}
