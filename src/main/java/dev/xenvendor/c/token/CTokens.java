package dev.xenvendor.c.token;

import dev.xenvendor.c.token.CToken.Kind;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A C text as tokens. Every byte belongs to exactly one token, so the concatenated tokens are the
 * text, even if it is malformed.
 *
 * <p>Tokens are counted from 0. A search for a token that does not exist returns {@link #size()} at
 * the end and -1 at the start.
 */
public final class CTokens extends AbstractList<CToken> implements RandomAccess {

  /**
   * A place where a token sequence was found.
   *
   * @param range from the first byte of its first token to the offset after its last one
   * @param tokens the tokens of the sequence, without the text between them
   */
  public record Match(ByteRange range, List<CToken> tokens) {}

  private static final int[] NONE = {};

  private final byte[] bytes;
  private final CScanner.Tokens tokens;

  /** The offsets of the lines; computed when first requested. */
  private volatile int @Nullable [] lineStarts;

  private CTokens(byte[] bytes) {
    this.bytes = bytes;
    this.tokens = CScanner.scan(bytes);
  }

  public static CTokens of(byte[] text) {
    return new CTokens(text);
  }

  /** The tokens of a text whose characters are bytes. */
  public static CTokens of(String text) {
    return of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public int size() {
    return tokens.count();
  }

  /** Returns the length of the text in bytes. */
  public int length() {
    return bytes.length;
  }

  @Override
  public CToken get(int token) {
    return new CToken(kind(token), range(token), text(token));
  }

  // One by one, without an object for each: a consumer's file may hold millions of them.

  public Kind kind(int token) {
    return tokens.kind(token);
  }

  public int start(int token) {
    return tokens.starts()[token];
  }

  public int end(int token) {
    return tokens.starts()[token + 1];
  }

  public ByteRange range(int token) {
    return new ByteRange(start(token), end(token));
  }

  public boolean inDirective(int token) {
    return tokens.inDirective(token);
  }

  /** The token's bytes as written. */
  public String text(int token) {
    return text(range(token));
  }

  public String text(ByteRange range) {
    return new String(bytes, range.start(), range.length(), StandardCharsets.ISO_8859_1);
  }

  /** The token as the compiler reads it: without line continuations. */
  public String spelling(int token) {
    return CScanner.spelling(bytes, start(token), end(token));
  }

  public boolean is(int token, Kind kind, String spelling) {
    return kind(token) == kind && spelling(token).equals(spelling);
  }

  public boolean isPunctuator(int token, char c) {
    return kind(token) == Kind.PUNCTUATOR
        && bytes[start(token)] == c
        && (end(token) - start(token) == 1 || spelling(token).length() == 1);
  }

  /** The token that holds a byte. */
  public int at(int offset) {
    int found = Arrays.binarySearch(tokens.starts(), 0, size(), offset);
    return found >= 0 ? found : -found - 2;
  }

  /** The first token from here on that the compiler sees. */
  public int significant(int from) {
    int token = from;
    while (token < size() && !kind(token).isSignificant()) {
      token++;
    }
    return token;
  }

  /** The last token up to here that the compiler sees. */
  public int significantBefore(int from) {
    int token = from;
    while (token >= 0 && !kind(token).isSignificant()) {
      token--;
    }
    return token;
  }

  /** The line, from 1, of a byte. */
  public int line(int offset) {
    int[] starts = lineStarts;
    if (starts == null) {
      starts =
          IntStream.concat(
                  IntStream.of(0),
                  IntStream.range(0, bytes.length).filter(i -> bytes[i] == '\n').map(i -> i + 1))
              .toArray();
      lineStarts = starts;
    }
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Returns where the bracket that opens at a token is closed. */
  public OptionalInt closing(int open) {
    int depth = 0;
    for (int token = open; token < size(); token = significant(token + 1)) {
      if (isBracket(token, "([{")) {
        depth++;
      } else if (isBracket(token, ")]}") && --depth == 0) {
        return OptionalInt.of(token);
      }
    }
    return OptionalInt.empty();
  }

  /** By how many brackets the text after a token is deeper than the text before it. */
  int nesting(int token) {
    return isBracket(token, "([{") ? 1 : isBracket(token, ")]}") ? -1 : 0;
  }

  private boolean isBracket(int token, String brackets) {
    return kind(token) == Kind.PUNCTUATOR && brackets.indexOf(bytes[start(token)]) >= 0;
  }

  /**
   * The text of a range with one blank wherever blanks, comments or line ends separate two tokens,
   * so that texts which only differ in these are equal.
   */
  public String normal(ByteRange range) {
    StringBuilder normal = new StringBuilder();
    int last = -1;
    int token = significant(range.length() == 0 ? size() : at(range.start()));
    while (token < size() && end(token) <= range.end()) {
      if (last >= 0 && last + 1 < token) {
        normal.append(' ');
      }
      normal.append(spelling(token));
      last = token;
      token = significant(token + 1);
    }
    return normal.toString();
  }

  /**
   * Every place, from the first byte on and none overlapping another, where the other text's tokens
   * follow one another, whatever the white space and comments between them. A place is never within
   * a comment or a string, nor partly in a directive.
   */
  public List<Match> find(CTokens wanted) {
    int[] sequence = wanted.allSignificant();
    List<Match> matches = new ArrayList<>();
    int token = significant(0);
    while (sequence.length > 0 && token < size()) {
      int[] found = matchAt(token, wanted, sequence);
      if (found.length > 0) {
        matches.add(match(found));
        token = found[found.length - 1];
      }
      token = significant(token + 1);
    }
    return matches;
  }

  private int[] allSignificant() {
    int[] all = new int[size()];
    int count = 0;
    for (int token = significant(0); token < size(); token = significant(token + 1)) {
      all[count++] = token;
    }
    return Arrays.copyOf(all, count);
  }

  private int[] matchAt(int start, CTokens wanted, int[] sequence) {
    if (!sameToken(start, wanted, sequence[0])) {
      return NONE;
    }
    int[] found = new int[sequence.length];
    int token = start;
    for (int i = 0; i < sequence.length; i++) {
      if (token >= size() || !sameToken(token, wanted, sequence[i]) || (i > 0 && parts(token))) {
        return NONE;
      }
      found[i] = token;
      token = significant(token + 1);
    }
    return found;
  }

  /** Returns whether a directive ends or begins between this token and the one before. */
  private boolean parts(int token) {
    int before = significantBefore(token - 1);
    for (int i = before; i < token; i++) {
      if (inDirective(i) != inDirective(token)) {
        return true;
      }
    }
    return false;
  }

  private boolean sameToken(int token, CTokens other, int otherToken) {
    if (kind(token) != other.kind(otherToken)) {
      return false;
    }
    return Arrays.equals(
            bytes,
            start(token),
            end(token),
            other.bytes,
            other.start(otherToken),
            other.end(otherToken))
        || (bytes[start(token)] == other.bytes[other.start(otherToken)]
            && spelling(token).equals(other.spelling(otherToken)));
  }

  private Match match(int[] found) {
    List<CToken> matched = Arrays.stream(found).mapToObj(this::get).toList();
    return new Match(new ByteRange(start(found[0]), end(found[found.length - 1])), matched);
  }

  /** The preprocessor directives, in order. */
  public List<CDirective> directives() {
    List<CDirective> directives = new ArrayList<>();
    int token = 0;
    while (token < size()) {
      int first = token;
      token++;
      if (inDirective(first)) {
        while (token < size() && inDirective(token)) {
          token++;
        }
        directives.add(new CDirective(this, first, token));
      }
    }
    return directives;
  }
}
