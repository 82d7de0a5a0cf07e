package dev.xenvendor.impact;

import dev.xenvendor.c.parse.CDefinition.Macro;
import dev.xenvendor.c.token.CToken;
import dev.xenvendor.c.token.CTokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that a set of headers gives names to: by macros, and by enumerators. */
final class ConstantMacros {

  /** Deeper than any header nests its macros, and an end to those that name themselves. */
  private static final int MOST_EXPANSIONS = 32;

  private final Map<String, Macro> macros = new HashMap<>();
  private final Map<String, Long> enumerators = new HashMap<>();

  /** Of several definitions under one name, the first counts. */
  void define(Macro macro) {
    macros.putIfAbsent(macro.name(), macro);
  }

  void define(String enumerator, long value) {
    enumerators.putIfAbsent(enumerator, value);
  }

  /** The number that an expression stands for; empty where it is none, or none that is known. */
  Optional<Long> value(String expression) {
    return value(expression, 0);
  }

  private Optional<Long> value(String expression, int depth) {
    if (depth > MOST_EXPANSIONS) {
      return Optional.empty();
    }
    List<CToken> tokens =
        CTokens.of(expression).stream().filter(token -> token.kind().isSignificant()).toList();
    try {
      return Optional.of(
          new ConstantExpression(tokens, (name, arguments) -> named(name, arguments, depth))
              .value());
    } catch (ConstantExpression.NotConstant e) {
      return Optional.empty();
    }
  }

  private Optional<Long> named(String name, Optional<List<String>> arguments, int depth) {
    Macro macro = macros.get(name);
    if (macro == null) {
      return arguments.isPresent() ? Optional.empty() : Optional.ofNullable(enumerators.get(name));
    }
    if (macro.parameters().isPresent() != arguments.isPresent()) {
      return Optional.empty();
    }
    return value(arguments.map(given -> expanded(macro, given)).orElse(macro.body()), depth + 1);
  }

  private static String expanded(Macro macro, List<String> arguments) {
    List<String> parameters = macro.parameters().orElseThrow();
    if (parameters.size() != arguments.size()) {
      return "";
    }
    String body = macro.body();
    for (String parameter : parameters) {
      Pattern word = Pattern.compile("\\b" + Pattern.quote(parameter) + "\\b");
      String argument = arguments.get(parameters.indexOf(parameter));
      body = word.matcher(body).replaceAll(Matcher.quoteReplacement(argument));
    }
    return body.replaceAll("\\s*##\\s*", "");
  }

  /** The functions and unknown macros that a macro's body calls, in order. */
  List<String> calls(Macro macro) {
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
    calls.removeIf(name -> macros.containsKey(name) || CKeywords.isKeyword(name));
    return calls;
  }
}
