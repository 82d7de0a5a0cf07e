package dev.xenvendor.c.include;

import dev.xenvendor.profile.AbiSettings;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An include of a header of the release that the profile leaves out.
 *
 * @param line the line of the include, counted from 1
 * @param included the missing header, by its path in the release
 */
public record MissingInclude(HeaderPath header, int line, HeaderPath included) {

  private static final byte[] NOTHING = {};

  private static final Pattern SPLICE = Pattern.compile("\\\\\r?\n");

  /** Returns those of a release that is available, and those of the headers left out themselves. */
  public static List<MissingInclude> inRelease(
      HeaderTree taken, HeaderTree release, AbiSettings abi) {
    return in(taken, taken.paths(), release, release.paths(), abi);
  }

  /**
   * Returns those of a tree's headers.
   *
   * @param published the paths of all the release's headers
   */
  public static List<MissingInclude> in(
      HeaderTree headers, Set<HeaderPath> published, AbiSettings abi) {
    List<HeaderPath> upstreams = headers.paths().stream().filter(published::contains).toList();
    return in(headers, upstreams, headers, published, abi);
  }

  /**
   * Only headers that mention a file that is left out are read as C: a tree leaves out few files,
   * or none.
   */
  private static List<MissingInclude> in(
      HeaderTree taken,
      Collection<HeaderPath> headers,
      HeaderTree texts,
      Set<HeaderPath> published,
      AbiSettings abi) {
    Set<String> leftOut =
        published.stream()
            .filter(path -> !taken.contains(path) && !abi.isForeign(path))
            .map(HeaderPath::name)
            .collect(Collectors.toSet());
    List<HeaderPath> mentioning =
        headers.stream().filter(header -> mentions(texts, header, leftOut)).toList();
    IncludeGraph graph =
        new IncludeGraph(texts, IncludeSearch.beside(published::contains), Limits.DEFAULT);
    return find(mentioning, taken::contains, graph::included, abi);
  }

  private static boolean mentions(HeaderTree texts, HeaderPath header, Set<String> names) {
    if (names.isEmpty()) {
      return false;
    }
    byte[] bytes = texts.get(header).map(HeaderFile::bytes).orElse(NOTHING);
    String text = SPLICE.matcher(new String(bytes, StandardCharsets.UTF_8)).replaceAll("");
    return names.stream().anyMatch(text::contains);
  }

  /**
   * Returns those of a release by its recorded includes, and those of the headers left out
   * themselves.
   *
   * @param includes of each header of the release, with the line of each
   * @param takenIn whether the tree takes a header in
   */
  public static List<MissingInclude> recorded(
      SortedMap<HeaderPath, SortedMap<HeaderPath, Integer>> includes,
      Predicate<HeaderPath> takenIn,
      AbiSettings abi) {
    return find(
        includes.keySet().stream().filter(takenIn).toList(),
        takenIn.and(includes::containsKey),
        header -> includes.getOrDefault(header, new TreeMap<>()),
        abi);
  }

  /** Follows includes from headers to those that are not there, and on from these. */
  private static List<MissingInclude> find(
      Collection<HeaderPath> headers,
      Predicate<HeaderPath> isThere,
      Function<HeaderPath, SortedMap<HeaderPath, Integer>> includes,
      AbiSettings abi) {
    List<MissingInclude> missing = new ArrayList<>();
    Set<HeaderPath> added = new HashSet<>();
    Collection<HeaderPath> next = headers;
    while (!next.isEmpty()) {
      List<MissingInclude> found = new ArrayList<>();
      for (HeaderPath header : next) {
        includes.apply(header).entrySet().stream()
            .filter(include -> !isThere.test(include.getKey()) && !added.contains(include.getKey()))
            .filter(include -> !abi.isForeign(include.getKey()))
            .sorted(Map.Entry.comparingByValue())
            .map(include -> new MissingInclude(header, include.getValue(), include.getKey()))
            .forEach(found::add);
      }
      missing.addAll(found);
      next = included(found);
      added.addAll(next);
    }
    return missing;
  }

  /** The headers that must come in, each once. */
  public static SortedSet<HeaderPath> included(List<MissingInclude> missing) {
    SortedSet<HeaderPath> included = new TreeSet<>();
    missing.forEach(one -> included.add(one.included()));
    return included;
  }
}
