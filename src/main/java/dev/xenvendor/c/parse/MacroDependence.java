package dev.xenvendor.c.parse;

import dev.xenvendor.c.include.IncludeGraph;
import dev.xenvendor.c.token.CDirective;
import dev.xenvendor.c.token.CToken.Kind;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds whether a header may differ for two compilers with different macros, so that it is parsed
 * once for all compilers that see the same text.
 *
 * <p>A macro depends on another one if its definition names it, or if a conditional or an include
 * that depends on it guards the definition. Uncertain cases count as dependent.
 */
final class MacroDependence {

  /** A directive, with the names in it: the first one is its word. */
  private record Line(
      String word, List<String> names, Optional<HeaderPath> included, boolean pastes) {

    /** The macro that it defines or removes. */
    Optional<String> macro() {
      boolean isAboutMacro = word.equals("define") || word.equals("undef");
      return isAboutMacro && names.size() > 1 ? Optional.of(names.get(1)) : Optional.empty();
    }
  }

  /** The names that depend on some macros, and the files that are included only by them. */
  private record Dependent(Set<String> names, Set<HeaderPath> files) {

    int size() {
      return names.size() + files.size();
    }

    boolean isIn(Line line) {
      return line.names.stream().anyMatch(names::contains);
    }
  }

  private final CTokens header;
  private final HeaderPath path;
  private final IncludeGraph graph;
  private final Map<HeaderPath, List<Line>> texts = new LinkedHashMap<>();
  private final Map<Set<String>, Boolean> known = new HashMap<>();

  /** Whether an include names its file by a macro, so that it may be any file. */
  private boolean includesAny;

  /**
   * The macros of a unit.
   *
   * @param unit the text of the unit, which includes the header
   * @param path of the header
   * @param graph the includes of the tree
   */
  MacroDependence(CTokens unit, HeaderPath path, IncludeGraph graph) {
    this.path = path;
    this.graph = graph;
    this.header = graph.tokens(path);
    add(CHeaderReader.UNIT, unit);
    graph
        .reachedFrom(unit, Optional.empty())
        .forEach(reached -> add(reached, graph.tokens(reached)));
    StandardHeaders.TEXTS.forEach((name, text) -> add(standard(name), CTokens.of(text)));
  }

  private void add(HeaderPath file, CTokens text) {
    List<Line> lines = new ArrayList<>();
    for (CDirective directive : text.directives()) {
      String word = directive.word();
      Optional<String> named = directive.included();
      includesAny |= word.startsWith("include") && named.isEmpty();
      int first = text.at(directive.range().start());
      int last = text.at(directive.range().end() - 1);
      lines.add(
          new Line(
              word,
              names(text, first, last),
              named.flatMap(name -> included(name, file)),
              text.text(directive.range()).contains("##")));
    }
    texts.put(file, lines);
  }

  private Optional<HeaderPath> included(String spelled, HeaderPath file) {
    String name = spelled.substring(1, spelled.length() - 1);
    return graph
        .find(spelled, file)
        .or(
            () ->
                Optional.of(name)
                    .filter(StandardHeaders.TEXTS::containsKey)
                    .map(MacroDependence::standard));
  }

  /** A path that no header of a tree has. */
  private static HeaderPath standard(String name) {
    return HeaderPath.of(CHeaderReader.UNIT + "/" + name);
  }

  private static List<String> names(CTokens text, int first, int last) {
    List<String> names = new ArrayList<>();
    for (int token = first; token <= last; token++) {
      if (text.kind(token) == Kind.IDENTIFIER) {
        names.add(text.spelling(token));
      }
    }
    return names;
  }

  /** Returns whether the header may depend on one of the macros. */
  boolean on(Set<String> macros) {
    return known.computeIfAbsent(macros, this::find);
  }

  private boolean find(Set<String> macros) {
    if (includesAny || includesWithin()) {
      return true;
    }
    Dependent dependent = new Dependent(new HashSet<>(macros), new HashSet<>());
    int before;
    do {
      before = dependent.size();
      texts.forEach((file, lines) -> add(lines, dependent.files.contains(file), dependent));
    } while (dependent.size() > before);
    return dependent.files.contains(path) || names(dependent.names);
  }

  private static void add(List<Line> lines, boolean isDependent, Dependent dependent) {
    Deque<Boolean> open = new ArrayDeque<>(List.of(isDependent));
    for (Line line : lines) {
      boolean here = open.element();
      if (line.word.startsWith("if")) {
        open.push(here || dependent.isIn(line));
      } else if (line.word.startsWith("el")) {
        open.push(open.pop() || dependent.isIn(line));
      } else if (line.word.equals("endif")) {
        if (open.size() > 1) {
          open.pop();
        }
      } else if (here || line.pastes || dependent.isIn(line)) {
        line.macro().ifPresent(dependent.names::add);
        line.included.filter(file -> here).ifPresent(dependent.files::add);
      }
    }
  }

  /**
   * Returns whether the header includes something within brackets, as in the middle of a struct.
   */
  private boolean includesWithin() {
    int depth = 0;
    for (int token = 0; token < header.size(); token++) {
      if (!header.inDirective(token)) {
        depth += header.isPunctuator(token, '{') || header.isPunctuator(token, '(') ? 1 : 0;
        depth -= header.isPunctuator(token, '}') || header.isPunctuator(token, ')') ? 1 : 0;
      } else if (depth != 0 && header.text(token).startsWith("include")) {
        return true;
      }
    }
    return false;
  }

  private boolean names(Set<String> dependent) {
    for (int token = 0; token < header.size(); token++) {
      if (header.kind(token) == Kind.IDENTIFIER && dependent.contains(header.spelling(token))) {
        return true;
      }
    }
    return false;
  }
}
