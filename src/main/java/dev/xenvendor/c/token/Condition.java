package dev.xenvendor.c.token;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The terms under which the preprocessor keeps a line; all must hold. Terms are compared as texts,
 * so two different texts may mean the same.
 */
public record Condition(Set<String> terms) {

  public static final Condition ALWAYS = new Condition(Set.of());

  /** Returns what {@code #if}, {@code #ifdef} or {@code #ifndef} asks for. */
  static String expression(CDirective directive) {
    String operands = spelled(directive.operands());
    return switch (directive.word()) {
      case "ifdef" -> "defined(" + operands + ")";
      case "ifndef" -> "!defined(" + operands + ")";
      default -> operands;
    };
  }

  private static String spelled(List<CToken> operands) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < operands.size(); i++) {
      String token = operands.get(i).text();
      boolean bare =
          token.equals("defined")
              && i + 1 < operands.size()
              && operands.get(i + 1).kind() == CToken.Kind.IDENTIFIER;
      if (bare) {
        text.append("defined(").append(operands.get(++i).text()).append(')');
      } else {
        text.append(token);
      }
    }
    return text.toString();
  }

  static String not(String expression) {
    boolean negatedName =
        expression.startsWith("!defined(") && expression.indexOf(')') == expression.length() - 1;
    if (negatedName) {
      return expression.substring(1);
    }
    boolean name =
        expression.startsWith("defined(") && expression.indexOf(')') == expression.length() - 1;
    return name ? "!" + expression : "!(" + expression + ")";
  }

  static Condition of(Collection<String> expressions) {
    Set<String> terms = new TreeSet<>();
    expressions.forEach(expression -> terms.addAll(conjuncts(expression)));
    return new Condition(terms);
  }

  /** The parts of {@code a && b}; the whole if it also contains {@code ||}. */
  private static List<String> conjuncts(String expression) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int at = 0; at < expression.length(); at++) {
      char c = expression.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && (c == '?' || expression.startsWith("||", at))) {
        return List.of(expression);
      }
      if (depth == 0 && expression.startsWith("&&", at)) {
        parts.add(expression.substring(begin, at));
        begin = ++at + 1;
      }
    }
    parts.add(expression.substring(begin));
    return parts;
  }

  boolean isNever() {
    return terms.contains("0") || terms.contains("!(1)");
  }

  boolean asksFor(String name) {
    return terms.stream().anyMatch(term -> term.contains("defined(" + name + ")"));
  }

  /** Returns whether a line under this condition is kept only where one under the other is. */
  boolean implies(Condition other) {
    return terms.containsAll(other.terms);
  }

  /**
   * Returns whether what is under both is compiled wherever one of them is; else branches may part
   * them.
   */
  boolean clashesWith(Condition other) {
    return implies(other) || other.implies(this);
  }

  /** Returns whether no compile keeps the line, since it is asked for and denied the same. */
  public boolean isImpossible() {
    return isNever() || terms.stream().anyMatch(term -> terms.contains(not(term)));
  }

  public Condition and(Condition other) {
    Set<String> both = new TreeSet<>(terms);
    both.addAll(other.terms);
    return new Condition(both);
  }

  /** The same where a macro is known not to be defined yet, as that of an include guard. */
  public Condition withoutGuard(String name) {
    Set<String> left = new TreeSet<>(terms);
    left.remove("!defined(" + name + ")");
    return new Condition(left);
  }

  /** The macros that must not be defined. */
  public Set<String> denied() {
    Set<String> denied = new TreeSet<>();
    for (String term : terms) {
      if (term.startsWith("!defined(") && term.indexOf(')') == term.length() - 1) {
        denied.add(term.substring("!defined(".length(), term.length() - 1));
      }
    }
    return denied;
  }
}
