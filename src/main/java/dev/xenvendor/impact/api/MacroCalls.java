package dev.xenvendor.impact.api;

import dev.xenvendor.c.parse.CDefinition;
import dev.xenvendor.c.parse.CDefinition.Macro;
import dev.xenvendor.c.token.CKeywords;
import dev.xenvendor.c.token.CToken;
import dev.xenvendor.c.token.CTokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The calls in the macros of a set of headers to functions that none of the headers defines. */
final class MacroCalls {

  private final Set<String> macros;

  MacroCalls(Collection<CDefinition> definitions) {
    this.macros =
        definitions.stream()
            .filter(Macro.class::isInstance)
            .map(CDefinition::name)
            .collect(Collectors.toSet());
  }

  /** The functions and unknown macros that a macro's body calls, in order. */
  List<String> of(Macro macro) {
    CTokens body = CTokens.of(macro.body());
    List<String> calls = new ArrayList<>();
    for (int token = body.significant(0); token < body.size(); ) {
      int next = body.significant(token + 1);
      if (body.kind(token) == CToken.Kind.IDENTIFIER
          && next < body.size()
          && body.isPunctuator(next, '(')) {
        calls.add(body.spelling(token));
      }
      token = next;
    }
    macro.parameters().ifPresent(calls::removeAll);
    calls.removeIf(name -> macros.contains(name) || CKeywords.isKeyword(name));
    return calls;
  }
}
