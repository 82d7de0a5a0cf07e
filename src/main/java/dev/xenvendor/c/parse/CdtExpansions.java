package dev.xenvendor.c.parse;

import dev.xenvendor.c.token.ByteRange;
import dev.xenvendor.c.token.CToken.Kind;
import dev.xenvendor.c.token.CTokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.cdt.core.dom.ast.IASTName;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorMacroExpansion;
import org.jspecify.annotations.Nullable;

/** The uses of macros in a file, apart from its directives. */
final class CdtExpansions {

  /**
   * A use of a macro.
   *
   * @param range its name and its arguments
   * @param macros its own name and those of the macros in its replacement
   */
  record Expansion(String name, ByteRange range, Set<CName> macros) {

    /** No two are at one place. */
    @Override
    public boolean equals(@Nullable Object o) {
      return o instanceof Expansion other && range.equals(other.range);
    }

    @Override
    public int hashCode() {
      return range.hashCode();
    }
  }

  private final List<Expansion> expansions;
  private final CTokens tokens;

  private CdtExpansions(List<Expansion> expansions, CTokens tokens) {
    this.expansions = expansions;
    this.tokens = tokens;
  }

  static CdtExpansions of(List<IASTPreprocessorMacroExpansion> found, CTokens tokens) {
    return new CdtExpansions(
        found.stream()
            .map(CdtExpansions::expansion)
            .distinct()
            .filter(use -> !tokens.inDirective(tokens.at(use.range.start())))
            .sorted(Comparator.comparingInt(use -> use.range.start()))
            .toList(),
        tokens);
  }

  private static Expansion expansion(IASTPreprocessorMacroExpansion expansion) {
    Set<CName> macros = new TreeSet<>();
    Stream.concat(
            Stream.of(expansion.getMacroReference()),
            Arrays.stream(expansion.getNestedMacroReferences()))
        .map(IASTName::toString)
        .forEach(name -> macros.add(CName.macro(name)));
    String name = expansion.getMacroReference().toString();
    return new Expansion(name, CdtFile.range(expansion), macros);
  }

  List<Expansion> all() {
    return expansions;
  }

  /** The use that a declaration consists of, but for a semicolon. */
  Optional<Expansion> making(ByteRange declaration) {
    return expansions.stream()
        .filter(use -> use.range.contains(declaration.start()))
        .filter(use -> onlySemicolonBehind(use.range, declaration))
        .findFirst();
  }

  /** The macros that are used between two places. */
  Set<CName> within(ByteRange range) {
    Set<CName> macros = new TreeSet<>();
    expansions.stream()
        .filter(use -> range.contains(use.range))
        .forEach(use -> macros.addAll(use.macros));
    return macros;
  }

  /** The arguments of a use, as written; none where it has no parentheses, or only the first. */
  List<String> arguments(ByteRange use) {
    int open = tokens.significant(tokens.at(use.start()) + 1);
    if (open >= tokens.size()
        || tokens.start(open) >= use.end()
        || !tokens.isPunctuator(open, '(')) {
      return List.of();
    }
    OptionalInt closing = tokens.closing(open);
    if (closing.isEmpty()) {
      return List.of();
    }
    List<String> arguments = new ArrayList<>();
    int close = closing.getAsInt();
    int start = tokens.end(open);
    int depth = 0;
    for (int token = open; token <= close; token++) {
      depth += depthChange(token);
      boolean comma = depth == 1 && tokens.isPunctuator(token, ',');
      if (comma || token == close) {
        arguments.add(tokens.normal(new ByteRange(start, tokens.start(token))));
        start = tokens.end(token);
      }
    }
    return arguments.equals(List.of("")) ? List.of() : arguments;
  }

  private int depthChange(int token) {
    if (tokens.kind(token) != Kind.PUNCTUATOR) {
      return 0;
    }
    if (tokens.isPunctuator(token, '(')) {
      return 1;
    }
    return tokens.isPunctuator(token, ')') ? -1 : 0;
  }

  private boolean onlySemicolonBehind(ByteRange part, ByteRange whole) {
    int next = tokens.significant(tokens.at(part.end() - 1) + 1);
    return next >= tokens.size()
        || tokens.start(next) >= whole.end()
        || (tokens.isPunctuator(next, ';') && tokens.end(next) >= whole.end());
  }
}
