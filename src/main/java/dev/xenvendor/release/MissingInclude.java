package dev.xenvendor.release;

import dev.xenvendor.profile.AbiSettings;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A header's include of another one of the release, which the tree does not take in.
 *
 * @param line where the header includes it, counted from 1
 * @param included the header that is left out, by its path in the release
 */
public record MissingInclude(HeaderPath header, int line, HeaderPath included) {

  /**
   * Finds them in headers of a release of which the whole is at hand: also what headers lead to
   * that are left out themselves.
   */
  static List<MissingInclude> inRelease(HeaderTree taken, HeaderTree release, AbiSettings abi) {
    List<MissingInclude> all = new ArrayList<>();
    HeaderTree looked = taken;
    List<MissingInclude> found = in(looked, release.paths(), abi);
    while (!found.isEmpty()) {
      all.addAll(found);
      Map<HeaderPath, HeaderFile> more = new HashMap<>(looked.files());
      found.forEach(f -> more.put(f.included(), release.get(f.included()).orElseThrow()));
      looked = HeaderTree.of(more);
      found = in(looked, release.paths(), abi);
    }
    return all;
  }

  /**
   * Finds them in a tree's headers, those of machines apart that the tree is not compiled for.
   *
   * @param published the paths of all the release's headers
   */
  public static List<MissingInclude> in(
      HeaderTree headers, Set<HeaderPath> published, AbiSettings abi) {
    List<MissingInclude> missing = new ArrayList<>();
    if (headers.paths().containsAll(published)) {
      return missing;
    }
    for (Map.Entry<HeaderPath, HeaderFile> header : headers.files().entrySet()) {
      if (header.getValue().mode().isFile() && published.contains(header.getKey())) {
        SortedMap<HeaderPath, Integer> includes =
            HeaderIncludes.of(header.getKey(), header.getValue().bytes(), published);
        add(
            header.getKey(),
            includes,
            path -> headers.contains(path) || abi.isForeign(path),
            missing);
      }
    }
    return missing;
  }

  /**
   * Finds them by what is recorded of a release, also those of headers that are left out
   * themselves.
   *
   * @param includes of each header of the release, with the line of each
   * @param takenIn whether the tree takes a header in
   */
  public static List<MissingInclude> recorded(
      SortedMap<HeaderPath, SortedMap<HeaderPath, Integer>> includes,
      Predicate<HeaderPath> takenIn,
      AbiSettings abi) {
    List<MissingInclude> missing = new ArrayList<>();
    Set<HeaderPath> looked = new TreeSet<>(includes.keySet());
    looked.removeIf(takenIn.negate());
    Set<HeaderPath> next = looked;
    while (!next.isEmpty()) {
      List<MissingInclude> found = new ArrayList<>();
      Set<HeaderPath> known = looked;
      Predicate<HeaderPath> isThere = path -> known.contains(path) || abi.isForeign(path);
      next.forEach(path -> add(path, includes.getOrDefault(path, new TreeMap<>()), isThere, found));
      missing.addAll(found);
      next = included(found);
      looked = new TreeSet<>(looked);
      looked.addAll(next);
    }
    return missing;
  }

  private static void add(
      HeaderPath header,
      SortedMap<HeaderPath, Integer> includes,
      Predicate<HeaderPath> isThere,
      List<MissingInclude> missing) {
    includes.entrySet().stream()
        .filter(include -> !isThere.test(include.getKey()))
        .sorted(Map.Entry.comparingByValue())
        .map(include -> new MissingInclude(header, include.getValue(), include.getKey()))
        .forEach(missing::add);
  }

  /** The headers that must come in, each once. */
  public static SortedSet<HeaderPath> included(List<MissingInclude> missing) {
    SortedSet<HeaderPath> included = new TreeSet<>();
    missing.forEach(one -> included.add(one.included()));
    return included;
  }
}
