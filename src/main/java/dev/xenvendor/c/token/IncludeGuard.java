package dev.xenvendor.c.token;

import java.util.List;
import java.util.Optional;

/** Finds the macro of a header's include guard. */
final class IncludeGuard {

  private IncludeGuard() {}

  /** The macro that the first directive asks for and the second one defines to be nothing. */
  static Optional<String> of(List<CDirective> directives) {
    if (directives.size() < 3 || !directives.get(1).word().equals("define")) {
      return Optional.empty();
    }
    List<CToken> defined = directives.get(1).operands();
    if (defined.size() != 1) {
      return Optional.empty();
    }
    String name = defined.get(0).text();
    CDirective first = directives.get(0);
    boolean asks =
        first.word().startsWith("if")
            && Condition.expression(first).equals("!defined(" + name + ")");
    boolean ends = directives.get(directives.size() - 1).word().equals("endif");
    return asks && ends ? Optional.of(name) : Optional.empty();
  }
}
