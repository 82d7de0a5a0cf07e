package dev.xenvendor.c.compiler;

import dev.xenvendor.c.parse.CDefinition;
import dev.xenvendor.c.parse.CDefinition.Enumeration;
import dev.xenvendor.c.parse.CDefinition.Macro;
import dev.xenvendor.c.token.CTokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds by their tokens the macros that may be integer constants. The compiler confirms each
 * candidate; a candidate that does not compile makes the survey start over, so macros that cannot
 * be constants are left out.
 */
final class ConstantCandidates {

  private static final Set<String> PUNCTUATORS =
      Set.of(
          "(", ")", "+", "-", "*", "/", "%", "<<", ">>", "|", "&", "^", "~", "!", "?", ":", "<",
          ">", "<=", ">=", "==", "!=", "&&", "||", ",");

  private static final Set<String> TYPE_WORDS =
      Set.of("unsigned", "signed", "long", "int", "short", "char", "struct", "union", "enum");

  private static final Set<String> OPERATORS =
      Set.of("sizeof", "offsetof", "__builtin_offsetof", "__alignof__");

  private final Map<String, Macro> macros = new HashMap<>();
  private final Set<String> values = new HashSet<>();
  private final Set<String> types = new HashSet<>();
  private final Map<String, Boolean> known = new HashMap<>();

  /**
   * @param definitions all that the unit sees
   */
  ConstantCandidates(List<CDefinition> definitions) {
    for (CDefinition definition : definitions) {
      if (definition instanceof Macro macro) {
        macros.put(macro.name(), macro);
      } else if (definition instanceof Enumeration enumeration) {
        enumeration.enumerators().forEach(enumerator -> values.add(enumerator.name()));
      }
      if (!definition.name().isEmpty()) {
        types.add(definition.name());
      }
    }
  }

  boolean mayBeConstant(Macro macro) {
    if (macro.parameters().isPresent() || macro.body().isEmpty()) {
      return false;
    }
    return isExpression(macro.body(), Set.of());
  }

  private boolean mayBeUsed(String name) {
    Boolean answer = known.get(name);
    if (answer == null) {
      known.put(name, true); // one that names itself is not replaced again
      Macro macro = macros.get(name);
      answer = macro != null && isExpression(macro.body(), parameters(macro));
      known.put(name, answer);
    }
    return answer;
  }

  private static Set<String> parameters(Macro macro) {
    return macro.parameters().map(Set::copyOf).orElse(Set.of());
  }

  private boolean isExpression(String body, Set<String> parameters) {
    CTokens tokens = CTokens.of(body);
    boolean value = false;
    for (int token = 0; token < tokens.size(); token++) {
      String text = tokens.spelling(token);
      switch (tokens.kind(token)) {
        case NUMBER, CHARACTER -> value = true;
        case PUNCTUATOR -> {
          if (!PUNCTUATORS.contains(text)) {
            return false;
          }
        }
        case IDENTIFIER -> {
          boolean isValue =
              values.contains(text)
                  || parameters.contains(text)
                  || OPERATORS.contains(text)
                  || (macros.containsKey(text) && mayBeUsed(text));
          if (!isValue && (macros.containsKey(text) || !isType(text))) {
            return false;
          }
          value |= isValue;
        }
        default -> {
          if (tokens.kind(token).isSignificant()) {
            return false;
          }
        }
      }
    }
    return value;
  }

  private boolean isType(String name) {
    return TYPE_WORDS.contains(name) || types.contains(name);
  }
}
