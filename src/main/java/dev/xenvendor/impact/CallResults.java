package dev.xenvendor.impact;

import dev.xenvendor.c.token.CKeywords;
import dev.xenvendor.c.token.CToken.Kind;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.impact.GuardedRegions.Region;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds out whether code examines the result of a hypercall. A caller that compares the result
 * handles a hypervisor that refuses the call.
 */
final class CallResults {

  private static final Set<String> CONDITIONS = Set.of("if", "while", "switch");
  private static final Set<String> COMPARISONS =
      Set.of("==", "!=", "<", ">", "<=", ">=", "?", "&&", "||");

  private final CTokens tokens;

  CallResults(CTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Returns whether the answer to the call that something is asked by is compared.
   *
   * @param token of the name that is asked for
   * @param function the function around it
   * @param wrapper what C code calls the hypercall by
   */
  boolean areCompared(int token, Region function, String wrapper) {
    OptionalInt call = callAround(token, function);
    if (call.isEmpty()) {
      call = nextCall(token, function, wrapper);
    }
    return call.isPresent() && isCompared(call.getAsInt(), function);
  }

  /** The call that the token names, or is an argument of. */
  private OptionalInt callAround(int token, Region function) {
    if (isCall(token)) {
      return OptionalInt.of(token);
    }
    for (int open = enclosing(token, function); open >= 0; open = enclosing(open, function)) {
      int name = tokens.significantBefore(open - 1);
      if (isCall(name)) {
        return OptionalInt.of(name);
      }
    }
    return OptionalInt.empty();
  }

  /** The call that what was filled in before is handed to. */
  private OptionalInt nextCall(int token, Region function, String wrapper) {
    for (int at = token; at < function.close(); at = tokens.significant(at + 1)) {
      if (isCall(at) && isHypercall(tokens.spelling(at), wrapper)) {
        return OptionalInt.of(at);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isHypercall(String name, String wrapper) {
    return name.equals(wrapper) || name.toLowerCase(java.util.Locale.ROOT).contains("hypercall");
  }

  private boolean isCall(int token) {
    return token >= 0
        && tokens.kind(token) == Kind.IDENTIFIER
        && !CKeywords.isKeyword(tokens.spelling(token))
        && is(tokens.significant(token + 1), "(");
  }

  private boolean isCompared(int call, Region function) {
    int open = tokens.significant(call + 1);
    int close = tokens.closing(open).orElse(function.close());
    return isInCondition(call, function)
        || isComparison(tokens.significant(close + 1))
        || is(tokens.significantBefore(call - 1), "!")
        || assigned(call).filter(name -> isComparedLater(name, close, function)).isPresent();
  }

  /** The variable that takes the answer, as in {@code error = call(…)}, casts aside. */
  private Optional<String> assigned(int call) {
    int before = tokens.significantBefore(call - 1);
    if (is(before, ")")) {
      before = tokens.significantBefore(opening(before) - 1);
    }
    int name = tokens.significantBefore(before - 1);
    return is(before, "=") && name >= 0 && tokens.kind(name) == Kind.IDENTIFIER
        ? Optional.of(tokens.spelling(name))
        : Optional.empty();
  }

  private boolean isComparedLater(String name, int from, Region function) {
    for (int at = from; at < function.close(); at = tokens.significant(at + 1)) {
      if (!tokens.is(at, Kind.IDENTIFIER, name)) {
        continue;
      }
      if (is(tokens.significant(at + 1), "=")) {
        return false;
      }
      int before = tokens.significantBefore(at - 1);
      if (isComparison(tokens.significant(at + 1))
          || isComparison(before)
          || is(before, "!")
          || isInCondition(at, function)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether the value itself is the condition, or part of it, and no argument of another
   * call.
   */
  private boolean isInCondition(int token, Region function) {
    for (int open = enclosing(token, function); open >= 0; open = enclosing(open, function)) {
      int word = tokens.significantBefore(open - 1);
      if (word >= 0 && tokens.kind(word) == Kind.IDENTIFIER) {
        return CONDITIONS.contains(tokens.spelling(word));
      }
    }
    return false;
  }

  /** Returns the parenthesis that is open at a token; negative if none is. */
  private int enclosing(int token, Region function) {
    int depth = 0;
    for (int at = tokens.significantBefore(token - 1);
        at > function.open();
        at = tokens.significantBefore(at - 1)) {
      if (is(at, ")")) {
        depth++;
      } else if (is(at, "(") && depth-- == 0) {
        return at;
      } else if (depth == 0 && (is(at, ";") || is(at, "{") || is(at, "}"))) {
        return -1;
      }
    }
    return -1;
  }

  private int opening(int close) {
    int depth = 0;
    for (int at = close; at >= 0; at = tokens.significantBefore(at - 1)) {
      depth += is(at, ")") ? 1 : is(at, "(") ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return 0;
  }

  private boolean isComparison(int token) {
    return token >= 0 && token < tokens.size() && COMPARISONS.contains(tokens.spelling(token));
  }

  private boolean is(int token, String text) {
    return token >= 0 && token < tokens.size() && tokens.spelling(token).equals(text);
  }
}
