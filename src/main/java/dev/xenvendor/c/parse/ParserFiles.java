package dev.xenvendor.c.parse;

import dev.xenvendor.c.include.IncludeGraph;
import dev.xenvendor.c.include.IncludeRoot;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.c.token.HeaderLimits;
import dev.xenvendor.c.token.MacroExpansion;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.IncludePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.cdt.internal.core.parser.scanner.AbstractCharArray;
import org.eclipse.cdt.internal.core.parser.scanner.CharArray;

/**
 * The files that a parser may open, under absolute names of a virtual file system: the header tree,
 * the include roots, each below a folder of its own, and the standard headers. A byte is a
 * character, so every offset in the text is an offset in the file.
 */
public final class ParserFiles {

  /** A file and the one name by which it is known, however it was found. */
  record Source(String name, AbstractCharArray text) {

    Source(String name, String text) {
      this(name, new CharArray(text));
    }
  }

  public static final String TREE = "tree";
  public static final String ROOT = "root";
  public static final String STANDARD = "standard";

  private final HeaderTree tree;
  private final List<IncludeRoot> roots;
  private final IncludeGraph graph;
  private final HeaderLimits preflight;

  /** Why headers are not read, that could exhaust the parser. */
  private final Map<HeaderPath, String> refused = new ConcurrentHashMap<>();

  private final Set<String> bounded = ConcurrentHashMap.newKeySet();
  private final Map<HeaderPath, Source> opened = new ConcurrentHashMap<>();

  ParserFiles(HeaderTree tree, CEnvironment environment) {
    this.tree = tree;
    this.roots = environment.roots();
    this.graph = environment.includes(tree);
    this.preflight = new HeaderLimits(environment.limits());
  }

  /** Refuses the headers a unit leads to in which a macro expands to more than the limit. */
  synchronized void refuseEndlessMacros(String unit) {
    if (!bounded.add(unit)) {
      return;
    }
    CTokens text = CTokens.of(unit);
    Set<HeaderPath> reached = graph.reachedFrom(text, Optional.empty());
    List<CTokens> texts = new ArrayList<>(List.of(text));
    reached.forEach(header -> texts.add(graph.tokens(header)));
    MacroExpansion expansion = new MacroExpansion(texts);
    for (HeaderPath header : reached) {
      preflight
          .expansion(expansion, graph.tokens(header))
          .ifPresent(
              reason -> {
                refused.put(header, reason);
                opened.remove(header);
              });
    }
  }

  /** Returns on which macros a header may depend that a unit includes last. */
  MacroDependence dependence(String unit, HeaderPath header) {
    return new MacroDependence(CTokens.of(unit), header, graph);
  }

  /**
   * Returns why a header that was opened was replaced by an {@code #error}; empty if it was not.
   */
  Optional<String> refusal(HeaderPath header) {
    return Optional.ofNullable(refused.get(header));
  }

  /** The folders in which to look for a file that is not beside the including one. */
  List<String> searchPath() {
    List<String> folders = new ArrayList<>();
    for (int i = 0; i < roots.size(); i++) {
      folders.add('/' + ROOT + i);
    }
    folders.add('/' + STANDARD);
    return folders;
  }

  static String name(HeaderPath header) {
    return '/' + TREE + '/' + header;
  }

  /** The header of the tree that a file of that name is. */
  static Optional<HeaderPath> header(String name) {
    return IncludePath.normal(name).flatMap(path -> path.below(HeaderPath.of(TREE)));
  }

  /** Returns what a file that was opened consists of. */
  CTokens tokens(String name) {
    return header(name)
        .filter(header -> !refused.containsKey(header))
        .flatMap(tree::get)
        .map(preflight::tokens)
        .orElseGet(() -> CTokens.of(open(name).map(file -> file.text().toString()).orElse("")));
  }

  /** Returns how many bytes a header of the tree has. */
  long size(HeaderPath header) {
    return tree.get(header).map(HeaderFile::size).orElse(0L);
  }

  Optional<Source> open(String name) {
    return IncludePath.normal(name).flatMap(this::open);
  }

  private Optional<Source> open(HeaderPath path) {
    int slash = path.value().indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    String folder = path.value().substring(0, slash);
    String rest = path.value().substring(slash + 1);
    return switch (folder) {
      case TREE -> source(HeaderPath.of(rest));
      case STANDARD ->
          Optional.ofNullable(StandardHeaders.TEXTS.get(rest))
              .map(text -> new Source('/' + path.value(), text));
      default -> root(folder).flatMap(root -> root.find(rest)).flatMap(this::source);
    };
  }

  /** The root of a folder's name; none where an include leads out of the tree to somewhere else. */
  private Optional<IncludeRoot> root(String folder) {
    int number = searchPath().indexOf('/' + folder);
    return number >= 0 && number < roots.size() ? Optional.of(roots.get(number)) : Optional.empty();
  }

  private Optional<Source> source(HeaderPath path) {
    Source known = opened.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    return tree.get(path)
        .filter(file -> file.mode().isFile())
        .map(file -> opened.computeIfAbsent(path, p -> source(p, file)));
  }

  private Source source(HeaderPath path, HeaderFile file) {
    preflight.refusal(file).ifPresent(reason -> refused.putIfAbsent(path, reason));
    byte[] text = refusal(path).map(HeaderLimits::error).orElseGet(file::bytes);
    return new Source(name(path), new ByteText(text));
  }
}
