package dev.xenvendor.c.include;

import dev.xenvendor.c.token.CDirective;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.c.token.HeaderLimits;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.Limits;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The includes of a tree's headers, regardless of the conditionals around them. */
public final class IncludeGraph {

  private static final CTokens NOTHING = CTokens.of(new byte[0]);

  private final HeaderTree tree;
  private final IncludeSearch search;
  private final HeaderLimits preflight;
  private final Map<HeaderPath, CTokens> tokens = new HashMap<>();
  private final Map<HeaderPath, SortedMap<HeaderPath, Integer>> included = new HashMap<>();
  private final Map<HeaderPath, String> significant = new HashMap<>();

  /** The graph as a compiler sees it that searches include roots. */
  public IncludeGraph(HeaderTree tree, List<IncludeRoot> roots, Limits limits) {
    this(tree, IncludeSearch.in(roots, tree::contains), limits);
  }

  /** The graph of a search, which may also find headers that the tree lacks. */
  public IncludeGraph(HeaderTree tree, IncludeSearch search, Limits limits) {
    this.tree = tree;
    this.search = search;
    this.preflight = new HeaderLimits(limits);
  }

  /** Returns the headers that a text leads to by its includes. */
  public SortedSet<HeaderPath> reachedFrom(CTokens text, Optional<HeaderPath> path) {
    return reached(included(text, path).keySet());
  }

  /** Returns a header and all that it leads to. */
  public SortedSet<HeaderPath> reached(HeaderPath header) {
    return reached(Set.of(header));
  }

  private SortedSet<HeaderPath> reached(Collection<HeaderPath> headers) {
    SortedSet<HeaderPath> reached = new TreeSet<>();
    Deque<HeaderPath> open = new ArrayDeque<>(headers);
    while (!open.isEmpty()) {
      HeaderPath next = open.remove();
      if (search.exists().test(next) && reached.add(next)) {
        open.addAll(included(next).keySet());
      }
    }
    return reached;
  }

  /** Returns the headers that a header includes, each with the first line that does, from 1. */
  public SortedMap<HeaderPath, Integer> included(HeaderPath header) {
    SortedMap<HeaderPath, Integer> known = included.get(header);
    if (known == null) {
      known = included(tokens(header), Optional.of(header));
      included.put(header, known);
    }
    return known;
  }

  /**
   * Returns the header that an include finds.
   *
   * @param spelled the name with its quotes or brackets
   * @param including the file that includes it
   */
  public Optional<HeaderPath> find(String spelled, HeaderPath including) {
    return search.find(spelled, Optional.of(including));
  }

  private SortedMap<HeaderPath, Integer> included(CTokens text, Optional<HeaderPath> path) {
    SortedMap<HeaderPath, Integer> found = new TreeMap<>();
    for (CDirective directive : text.directives()) {
      directive
          .included()
          .flatMap(name -> search.find(name, path))
          .ifPresent(header -> found.putIfAbsent(header, text.line(directive.range().start())));
    }
    return found;
  }

  /**
   * Returns the names, without quotes or brackets, that a header or what it leads to includes in
   * vain.
   */
  public SortedSet<String> unresolved(HeaderPath header) {
    SortedSet<String> unresolved = new TreeSet<>();
    for (HeaderPath reached : reached(header)) {
      for (CDirective directive : tokens(reached).directives()) {
        directive
            .included()
            .filter(name -> name.length() > 2)
            .filter(name -> search.find(name, Optional.of(reached)).isEmpty())
            .map(IncludeSearch::name)
            .ifPresent(unresolved::add);
      }
    }
    return unresolved;
  }

  public CTokens tokens(HeaderPath header) {
    return tokens.computeIfAbsent(
        header, path -> tree.get(path).map(preflight::tokens).orElse(NOTHING));
  }

  /** Returns what the compiler reads of a header: two headers with equal text are equal to it. */
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
