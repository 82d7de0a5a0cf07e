package dev.xenvendor.abi;

import dev.xenvendor.c.parse.Place;
import dev.xenvendor.c.token.CDirective;
import dev.xenvendor.c.token.CToken;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The text of a tree's headers as tokens. Scans each header once; safe for several threads. */
final class SourceTexts {

  private final HeaderTree tree;
  private final Map<HeaderPath, CTokens> tokens = new ConcurrentHashMap<>();
  private final Map<HeaderPath, Optional<String>> guards = new ConcurrentHashMap<>();

  SourceTexts(HeaderTree tree) {
    this.tree = tree;
  }

  private CTokens of(HeaderPath file) {
    return tokens.computeIfAbsent(
        file, path -> CTokens.of(tree.get(path).map(f -> f.bytes()).orElse(new byte[0])));
  }

  /** The text at a place, with one blank for any white space and comment. */
  String normal(HeaderPath file, Place place) {
    return of(file).normal(place.range());
  }

  /** The line of a name within a place, else that of the place. */
  int line(HeaderPath file, Place place, String name) {
    CTokens text = of(file);
    int token = place.range().length() == 0 ? text.size() : text.at(place.range().start());
    while (token < text.size() && text.start(token) < place.range().end()) {
      if (text.is(token, CToken.Kind.IDENTIFIER, name)) {
        return text.line(text.start(token));
      }
      token++;
    }
    return place.line();
  }

  /** Returns whether a macro is there only to have the file read once. */
  boolean isGuard(HeaderPath file, String macro) {
    return guards.computeIfAbsent(file, path -> guard(of(path))).equals(Optional.of(macro));
  }

  /** That of the first condition, if what it asks for is what is defined next. */
  private static Optional<String> guard(CTokens text) {
    List<CDirective> first =
        text.directives().stream()
            .dropWhile(directive -> directive.included().isPresent())
            .limit(2)
            .toList();
    if (first.size() < 2
        || !first.get(0).word().equals("ifndef")
        || !first.get(1).word().equals("define")) {
      return Optional.empty();
    }
    List<String> tested = first.get(0).operands().stream().map(CToken::text).toList();
    List<String> defined = first.get(1).operands().stream().map(CToken::text).toList();
    return tested.size() == 1 && tested.equals(defined)
        ? Optional.of(tested.get(0))
        : Optional.empty();
  }
}
