package dev.xenvendor.c.token;

import dev.xenvendor.c.token.CToken.Kind;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;

/**
 * Cuts a C text into tokens, as translation phases 2 and 3 do: a line that ends in a backslash
 * continues on the next line, even within a token.
 */
final class CScanner {

  private static final Set<String> INCLUDES = Set.of("include", "include_next", "import");
  private static final Set<String> STRING_PREFIXES = Set.of("L", "u", "U", "u8");

  private static final Set<String> LONG_PUNCTUATORS =
      Set.of(
          "...", "<<=", ">>=", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||",
          "*=", "/=", "%=", "+=", "-=", "&=", "^=", "|=", "##");

  private static final String PUNCTUATORS = "[](){}.&*+-~!/%<>^|?:;=,#";

  /** The tokens: start and kind of each, and after the last one the length of the text. */
  record Tokens(int[] starts, Kind[] kinds, BitSet inDirectives, int count) {

    Kind kind(int token) {
      return kinds[token];
    }

    boolean inDirective(int token) {
      return inDirectives.get(token);
    }
  }

  private final byte[] text;
  private int[] starts;
  private Kind[] kinds;
  private final BitSet inDirectives = new BitSet();
  private int count;

  /** True while only blanks and comments were seen on this line. */
  private boolean lineStart = true;

  private boolean directive;
  private boolean directiveWord;
  private boolean headerName;

  /** The end of the token that was scanned last. */
  private int end;

  private CScanner(byte[] text) {
    this.text = text;
    this.starts = new int[text.length / 4 + 8];
    this.kinds = new Kind[starts.length];
  }

  static Tokens scan(byte[] text) {
    CScanner scanner = new CScanner(text);
    int at = 0;
    while (at < text.length) {
      Kind kind = scanner.token(at);
      scanner.follow(kind, at);
      scanner.add(kind, at);
      at = scanner.end;
    }
    return scanner.tokens();
  }

  private Tokens tokens() {
    int[] bounds = Arrays.copyOf(starts, count + 1);
    bounds[count] = text.length;
    return new Tokens(bounds, Arrays.copyOf(kinds, count), inDirectives, count);
  }

  private void add(Kind kind, int at) {
    if (count == kinds.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      kinds = Arrays.copyOf(kinds, 2 * count);
    }
    starts[count] = at;
    inDirectives.set(count, directive);
    kinds[count++] = kind;
  }

  /** Keeps track of where directives begin and end. */
  private void follow(Kind kind, int at) {
    if (kind == Kind.NEWLINE) {
      lineStart = true;
      directive = false;
      headerName = false;
    } else if (kind.isSignificant()) {
      headerName = directiveWord && kind == Kind.IDENTIFIER && INCLUDES.contains(spelling(at, end));
      directiveWord = lineStart && kind == Kind.PUNCTUATOR && text[at] == '#';
      directive |= directiveWord;
      lineStart = false;
    }
  }

  /** Scans one token; its end is kept. */
  private Kind token(int at) {
    int afterSplice = spliceEnd(at);
    if (afterSplice > at) {
      end = afterSplice;
      return Kind.CONTINUATION;
    }
    byte c = text[at];
    end = at + 1;
    if (isLineEnd(at)) {
      end = c == '\r' ? at + 2 : at + 1;
      return Kind.NEWLINE;
    }
    if (isBlank(c)) {
      return whiteSpace();
    }
    if (isIdentifierStart(c)) {
      return word(at);
    }
    if (isDigit(c) || (c == '.' && isDigit(byteAt(next(end))))) {
      return number();
    }
    return switch (c) {
      case '"' -> quoted(c, Kind.STRING);
      case '\'' -> quoted(c, Kind.CHARACTER);
      case '/' -> commentOrPunctuator(at);
      case '<' -> headerName ? headerName(at) : punctuator(at);
      default -> PUNCTUATORS.indexOf(c) < 0 ? Kind.OTHER : punctuator(at);
    };
  }

  private Kind whiteSpace() {
    while (end < text.length && isBlank(text[end]) && !isLineEnd(end)) {
      end++;
    }
    return Kind.WHITE_SPACE;
  }

  private Kind word(int at) {
    for (int p = next(end); isIdentifierPart(byteAt(p)); p = next(end)) {
      end = p + 1;
    }
    int p = next(end);
    byte quote = byteAt(p);
    if ((quote == '"' || quote == '\'') && STRING_PREFIXES.contains(spelling(at, end))) {
      end = p + 1;
      return quoted(quote, quote == '"' ? Kind.STRING : Kind.CHARACTER);
    }
    return Kind.IDENTIFIER;
  }

  private Kind number() {
    byte last = 0;
    for (int p = next(end); isNumberPart(last, byteAt(p)); p = next(end)) {
      last = text[p];
      end = p + 1;
    }
    return Kind.NUMBER;
  }

  private static boolean isNumberPart(byte last, byte c) {
    boolean exponent = last == 'e' || last == 'E' || last == 'p' || last == 'P';
    return isIdentifierPart(c) || c == '.' || (exponent && (c == '+' || c == '-'));
  }

  private Kind quoted(byte quote, Kind kind) {
    for (int p = next(end); p < text.length && !isLineEnd(p); p = next(end)) {
      end = p + 1;
      if (text[p] == quote) {
        return kind;
      }
      int escaped = next(end);
      if (text[p] == '\\' && escaped < text.length && !isLineEnd(escaped)) {
        end = escaped + 1;
      }
    }
    return kind;
  }

  private Kind commentOrPunctuator(int at) {
    int second = next(end);
    return switch (byteAt(second)) {
      case '*' -> blockComment(second + 1);
      case '/' -> lineComment(second + 1);
      default -> punctuator(at);
    };
  }

  private Kind blockComment(int from) {
    end = text.length;
    for (int p = from; p < text.length; p++) {
      if (text[p] == '*' && byteAt(next(p + 1)) == '/') {
        end = next(p + 1) + 1;
        break;
      }
    }
    return Kind.BLOCK_COMMENT;
  }

  private Kind lineComment(int from) {
    end = from;
    for (int p = next(from); p < text.length && !isLineEnd(p); p = next(end)) {
      end = p + 1;
    }
    return Kind.LINE_COMMENT;
  }

  private Kind headerName(int at) {
    int p = at;
    while (p < text.length && !isLineEnd(p)) {
      if (text[p++] == '>') {
        end = p;
        return Kind.HEADER_NAME;
      }
    }
    return punctuator(at);
  }

  private Kind punctuator(int at) {
    int second = next(at + 1);
    int third = next(second + 1);
    String two = "" + (char) text[at] + (char) byteAt(second);
    if (LONG_PUNCTUATORS.contains(two + (char) byteAt(third))) {
      end = third + 1;
    } else if (LONG_PUNCTUATORS.contains(two)) {
      end = second + 1;
    }
    return Kind.PUNCTUATOR;
  }

  /** The bytes from one place to another as the compiler reads them: without continuations. */
  private String spelling(int from, int to) {
    return spelling(text, from, to);
  }

  static String spelling(byte[] text, int from, int to) {
    StringBuilder spelling = new StringBuilder(to - from);
    for (int p = next(text, from); p < to; p = next(text, p + 1)) {
      spelling.append((char) (text[p] & 0xff));
    }
    return spelling.toString();
  }

  /** The first byte from here on that is no continuation. */
  private int next(int at) {
    return next(text, at);
  }

  private static int next(byte[] text, int at) {
    int here = at;
    int after = spliceEnd(text, here);
    while (after > here) {
      here = after;
      after = spliceEnd(text, here);
    }
    return here;
  }

  private int spliceEnd(int at) {
    return spliceEnd(text, at);
  }

  /**
   * Returns the offset after the line continuation here; blanks may be before its end, as in GCC.
   */
  private static int spliceEnd(byte[] text, int at) {
    if (at >= text.length || text[at] != '\\') {
      return at;
    }
    int p = at + 1;
    while (p < text.length && isBlank(text[p])) {
      p++;
    }
    return p < text.length && text[p] == '\n' ? p + 1 : at;
  }

  private byte byteAt(int at) {
    return at < text.length ? text[at] : 0;
  }

  private boolean isLineEnd(int at) {
    return text[at] == '\n' || (text[at] == '\r' && byteAt(at + 1) == '\n');
  }

  private static boolean isBlank(byte c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == 0x0b;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  /** Bytes beyond ASCII are letters to the compilers of today. */
  private static boolean isIdentifierStart(byte c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || c < 0;
  }

  private static boolean isIdentifierPart(byte c) {
    return isIdentifierStart(c) || isDigit(c);
  }
}
