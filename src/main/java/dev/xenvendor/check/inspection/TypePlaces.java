package dev.xenvendor.check.inspection;

import dev.xenvendor.abi.HeaderSet;
import dev.xenvendor.c.include.IncludeGraph;
import dev.xenvendor.c.token.CToken.Kind;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds where headers define types, by the text alone: also those that do not compile. */
public record TypePlaces(HeaderSet set, IncludeGraph graph) {

  /** The place where a type is defined. */
  public record Place(HeaderPath file, int line) {}

  /** The tag of a struct before a brace, the name that a typedef ends in, or a macro. */
  public Optional<Place> find(String type) {
    String next = type.indexOf(' ') < 0 ? ";" : "{";
    return set.all().stream()
        .flatMap(header -> graph.reached(header).stream())
        .distinct()
        .flatMap(file -> find(file, name(type), next).stream())
        .findFirst();
  }

  private Optional<Place> find(HeaderPath file, String name, String next) {
    CTokens tokens = graph.tokens(file);
    return defined(file, tokens, name, next).or(() -> macro(file, tokens, name));
  }

  /** A macro may expand to another type. */
  private static Optional<Place> macro(HeaderPath file, CTokens tokens, String name) {
    return tokens.directives().stream()
        .filter(directive -> directive.word().equals("define"))
        .flatMap(directive -> directive.operands().stream().limit(1))
        .filter(operand -> operand.text().equals(name))
        .findFirst()
        .map(operand -> new Place(file, tokens.line(operand.range().start())));
  }

  private static Optional<Place> defined(
      HeaderPath file, CTokens tokens, String name, String next) {
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.is(token, Kind.IDENTIFIER, name)) {
        int after = tokens.significant(token + 1);
        if (after < tokens.size() && tokens.spelling(after).equals(next)) {
          return Optional.of(new Place(file, tokens.line(tokens.start(token))));
        }
      }
    }
    return Optional.empty();
  }

  /** Returns whether a file names a type in its code. */
  public static boolean isMentioned(String type, HeaderFile file) {
    String name = name(type);
    String text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
    return text.contains(name)
        && CTokens.of(text).stream()
            .anyMatch(token -> token.kind() == Kind.IDENTIFIER && token.text().equals(name));
  }

  private static String name(String type) {
    return type.substring(type.lastIndexOf(' ') + 1);
  }
}
