package dev.xenvendor.c.token;

import dev.xenvendor.c.token.CToken.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One preprocessor directive of a C text. */
public final class CDirective {

  private static final Set<Kind> NAMES = Set.of(Kind.STRING, Kind.HEADER_NAME);

  private final CTokens tokens;
  private final int hash;
  private final int end;

  /**
   * @param hash the token that begins it
   * @param end the token after its last one
   */
  CDirective(CTokens tokens, int hash, int end) {
    this.tokens = tokens;
    this.hash = hash;
    this.end = end;
  }

  /** Returns what it does, as in {@code define}; empty for a lone {@code #}. */
  public String word() {
    int word = tokens.significant(hash + 1);
    return word < end ? tokens.spelling(word) : "";
  }

  /**
   * Returns the range from its {@code #} to the end of the last token that the compiler sees of it.
   */
  public ByteRange range() {
    return new ByteRange(tokens.start(hash), tokens.end(tokens.significantBefore(end - 1)));
  }

  /** Returns what follows the word: its tokens, without blanks and comments. */
  public List<CToken> operands() {
    List<CToken> operands = new ArrayList<>();
    int token = tokens.significant(tokens.significant(hash + 1) + 1);
    while (token < end) {
      operands.add(tokens.get(token));
      token = tokens.significant(token + 1);
    }
    return operands;
  }

  /** Returns what it includes, in its quotes or angle brackets, as the compiler reads it. */
  public Optional<String> included() {
    if (!word().startsWith("include")) {
      return Optional.empty();
    }
    int name = tokens.significant(tokens.significant(hash + 1) + 1);
    return name < end && NAMES.contains(tokens.kind(name))
        ? Optional.of(utf8(tokens.spelling(name)))
        : Optional.empty();
  }

  /** A token has a character for each byte; the name of a file is in UTF-8. */
  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
