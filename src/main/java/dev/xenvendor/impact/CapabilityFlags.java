package dev.xenvendor.impact;

import dev.xenvendor.c.token.CToken.Kind;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.impact.GuardedRegions.Region;
import dev.xenvendor.impact.consumer.ConsumerFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names that tell what the hypervisor supports: variables that a function sets after it reads
 * the version or tries a call, and the names of such functions.
 */
final class CapabilityFlags {

  private static final Set<String> ASSIGNMENTS = Set.of("=", "|=", "++");
  private static final Set<String> CONDITIONS = Set.of("if", "while", "switch");

  private static final Set<String> BEFORE_STATEMENTS = Set.of("else", "do", "return");

  private final Set<String> names = new HashSet<>();

  /** Those of all consumers: one file may set a variable that another one tests. */
  static CapabilityFlags of(List<ConsumerFile> files) {
    CapabilityFlags flags = new CapabilityFlags();
    for (ConsumerFile file : files) {
      if (!file.mentions(GuardedRegions::mayMind).isEmpty()) {
        GuardedRegions guards = new GuardedRegions(file.tokens());
        guards.askingFunctions().forEach(function -> flags.learn(file.tokens(), function));
      }
    }
    return flags;
  }

  private void learn(CTokens tokens, Region function) {
    names.add(function.name());
    for (int at = function.open(); at < function.close(); at = tokens.significant(at + 1)) {
      if (tokens.kind(at) == Kind.IDENTIFIER
          && isSet(tokens, at)
          && !isLocal(tokens, at, function)) {
        names.add(tokens.spelling(at));
      }
    }
  }

  private static boolean isSet(CTokens tokens, int name) {
    int after = tokens.significant(name + 1);
    return after < tokens.size() && ASSIGNMENTS.contains(tokens.spelling(after));
  }

  /**
   * Returns whether it is the function's own, as a type's name before it tells, or some struct's.
   */
  private static boolean isLocal(CTokens tokens, int name, Region function) {
    String spelling = tokens.spelling(name);
    for (int at = function.open(); at < function.close(); at = tokens.significant(at + 1)) {
      int before = tokens.significantBefore(at - 1);
      if (tokens.is(at, Kind.IDENTIFIER, spelling)
          && tokens.kind(before) == Kind.IDENTIFIER
          && !tokens.inDirective(before)
          && !BEFORE_STATEMENTS.contains(tokens.spelling(before))) {
        return true;
      }
    }
    return isField(tokens, name);
  }

  /** A field belongs to its struct, and is no flag alone. */
  private static boolean isField(CTokens tokens, int name) {
    String before = tokens.spelling(Math.max(0, tokens.significantBefore(name - 1)));
    return before.equals(".") || before.equals("->");
  }

  /** Returns whether the function tests one of them before a token. */
  boolean guard(CTokens tokens, int token, Region function) {
    for (int at = function.open(); at < token; at = tokens.significant(at + 1)) {
      if (tokens.kind(at) == Kind.IDENTIFIER
          && CONDITIONS.contains(tokens.spelling(at))
          && isAsked(tokens, tokens.significant(at + 1), token)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAsked(CTokens tokens, int open, int end) {
    int close = tokens.closing(open).orElse(open);
    for (int at = open; at < Math.min(close, end); at = tokens.significant(at + 1)) {
      if (tokens.kind(at) == Kind.IDENTIFIER && names.contains(tokens.spelling(at))) {
        return true;
      }
    }
    return false;
  }
}
