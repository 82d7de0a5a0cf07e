package dev.xenvendor.c.parse;

import dev.xenvendor.c.token.CDirective;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.c.token.HeaderLimits;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.IncludePath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which headers of a tree lead to which others by their includes, whatever the conditions around
 * these, and what the compiler reads of each.
 */
public final class IncludeGraph {

  private static final byte[] NOTHING = {};

  private final HeaderTree tree;
  private final List<IncludeRoot> roots;
  private final HeaderLimits preflight;
  private final Map<HeaderPath, CTokens> tokens = new HashMap<>();
  private final Map<HeaderPath, Set<HeaderPath>> included = new HashMap<>();
  private final Map<HeaderPath, String> significant = new HashMap<>();

  public IncludeGraph(HeaderTree tree, CEnvironment environment) {
    this.tree = tree;
    this.roots = environment.roots();
    this.preflight = new HeaderLimits(environment.limits());
  }

  /** The headers that a text includes, which is itself in no folder. */
  public SortedSet<HeaderPath> reachedFrom(String text) {
    SortedSet<HeaderPath> reached = new TreeSet<>();
    for (CDirective directive : CTokens.of(text).directives()) {
      directive
          .included()
          .flatMap(name -> find(name, Optional.empty()))
          .ifPresent(header -> reached.addAll(reached(header)));
    }
    return reached;
  }

  /** A header and all that it leads to. */
  public SortedSet<HeaderPath> reached(HeaderPath header) {
    SortedSet<HeaderPath> reached = new TreeSet<>();
    Deque<HeaderPath> open = new ArrayDeque<>();
    open.add(header);
    while (!open.isEmpty()) {
      HeaderPath next = open.remove();
      if (tree.contains(next) && reached.add(next)) {
        open.addAll(included(next));
      }
    }
    return reached;
  }

  private Set<HeaderPath> included(HeaderPath header) {
    Set<HeaderPath> known = included.get(header);
    if (known == null) {
      known = new HashSet<>();
      for (CDirective directive : tokens(header).directives()) {
        directive.included().flatMap(name -> find(name, Optional.of(header))).ifPresent(known::add);
      }
      included.put(header, known);
    }
    return known;
  }

  /** What a header, or what it leads to, includes and is nowhere, without quotes or brackets. */
  public SortedSet<String> unresolved(HeaderPath header) {
    SortedSet<String> unresolved = new TreeSet<>();
    for (HeaderPath reached : reached(header)) {
      for (CDirective directive : tokens(reached).directives()) {
        directive
            .included()
            .filter(name -> name.length() > 2 && find(name, Optional.of(reached)).isEmpty())
            .map(name -> name.substring(1, name.length() - 1))
            .filter(name -> !StandardHeaders.TEXTS.containsKey(name))
            .ifPresent(unresolved::add);
      }
    }
    return unresolved;
  }

  /** What an include with its quotes or brackets finds. */
  private Optional<HeaderPath> find(String spelled, Optional<HeaderPath> from) {
    String name = spelled.substring(1, Math.max(1, spelled.length() - 1));
    if (spelled.startsWith("\"")) {
      String folder = from.flatMap(HeaderPath::parent).map(f -> f.value() + '/').orElse("");
      Optional<HeaderPath> beside = IncludePath.normal(folder + name).filter(tree::contains);
      if (beside.isPresent()) {
        return beside;
      }
    }
    return roots.stream()
        .flatMap(root -> root.find(name).stream())
        .filter(tree::contains)
        .findFirst();
  }

  public CTokens tokens(HeaderPath header) {
    return tokens.computeIfAbsent(
        header, path -> CTokens.of(tree.get(path).map(preflight::text).orElse(NOTHING)));
  }

  /** What the compiler reads of a header: two with the same are the same to it. */
  public String significant(HeaderPath header) {
    return significant.computeIfAbsent(header, path -> significant(tokens(path)));
  }

  private static String significant(CTokens text) {
    Set<Integer> directives = new HashSet<>();
    text.directives().forEach(directive -> directives.add(directive.range().start()));
    StringBuilder read = new StringBuilder(text.length());
    boolean inDirective = false;
    int last = -1;
    for (int token = text.significant(0); token < text.size(); ) {
      if (directives.contains(text.start(token)) || inDirective != text.inDirective(token)) {
        read.append('\n');
      } else if (last + 1 < token) {
        read.append(' ');
      }
      read.append(text.spelling(token));
      inDirective = text.inDirective(token);
      last = token;
      token = text.significant(token + 1);
    }
    return read.toString();
  }
}
