package dev.xenvendor.update;

import dev.xenvendor.c.include.TreeDefinitions;
import dev.xenvendor.c.include.TreeDefinitions.Twice;
import dev.xenvendor.c.token.HeaderStructure;
import dev.xenvendor.c.token.LeadingComments;
import dev.xenvendor.merge.Breakage;
import dev.xenvendor.merge.Breakage.Place;
import dev.xenvendor.merge.Side;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.Lines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds names that one compile defines twice in a merged tree and on no side, such as a backport in
 * one header that the release has in another.
 */
public final class DoubleDefinitions {

  private final HeaderTree merged;
  private final HeaderTree local;
  private final HeaderTree vendor;
  private final HeaderPath prefix;

  private DoubleDefinitions(
      HeaderTree merged, HeaderTree local, HeaderTree vendor, HeaderPath prefix) {
    this.merged = merged;
    this.local = local;
    this.vendor = vendor;
    this.prefix = prefix;
  }

  /**
   * Returns what the merge broke, by the header that local's definition stands in; paths are below
   * the prefix.
   *
   * @param others what the tree was merged from beside local and vendor
   */
  public static SortedMap<HeaderPath, List<Breakage>> in(
      HeaderTree merged,
      HeaderTree local,
      HeaderTree vendor,
      Collection<HeaderTree> others,
      HeaderPath prefix) {
    return new DoubleDefinitions(merged, local, vendor, prefix).find(others);
  }

  private SortedMap<HeaderPath, List<Breakage>> find(Collection<HeaderTree> others) {
    SortedMap<HeaderPath, List<Breakage>> found = new TreeMap<>();
    Set<String> wanted = meeting();
    if (wanted.isEmpty()) {
      return found;
    }
    Map<String, Twice> twice = new TreeMap<>(new TreeDefinitions(merged, prefix).twice(wanted));
    List<HeaderTree> sides = new ArrayList<>(others);
    sides.addAll(List.of(local, vendor));
    for (HeaderTree side : twice.isEmpty() ? List.<HeaderTree>of() : sides) {
      twice.keySet().removeAll(new TreeDefinitions(side, prefix).twice(wanted).keySet());
    }
    TreeDefinitions published = new TreeDefinitions(vendor, prefix);
    for (Twice definition : twice.values()) {
      boolean first = !published.of(definition.first().header()).contains(definition.what());
      TreeDefinitions.Place own = first ? definition.first() : definition.second();
      TreeDefinitions.Place upstreams = first ? definition.second() : definition.first();
      found
          .computeIfAbsent(own.header(), header -> new ArrayList<>())
          .add(
              new Breakage(
                  definition.what() + " is defined twice",
                  List.of(
                      place(own, Side.LOCAL, Optional.empty()),
                      place(upstreams, Side.VENDOR, Optional.of(upstreams.header()))),
                  Optional.empty()));
    }
    return found;
  }

  private Place place(TreeDefinitions.Place at, Side side, Optional<HeaderPath> elsewhere) {
    List<byte[]> lines = Lines.split(merged.get(at.header()).orElseThrow().bytes());
    String text = new String(lines.get(at.line() - 1), StandardCharsets.UTF_8).strip();
    return new Place(at.line(), text, Optional.of(side), elsewhere);
  }

  /**
   * Returns what one header defines that the release's does not, and another one that local's does
   * not.
   */
  private Set<String> meeting() {
    Set<String> own = definedBeyond(vendor, Set.of());
    if (own.isEmpty()) {
      return own;
    }
    Set<String> both = definedBeyond(local, own);
    both.retainAll(own);
    return both;
  }

  /**
   * Returns what the merged headers define that a side's do not.
   *
   * @param wanted all that is asked for; empty for everything
   */
  private Set<String> definedBeyond(HeaderTree side, Set<String> wanted) {
    TreeDefinitions ours = new TreeDefinitions(merged, prefix);
    TreeDefinitions theirs = new TreeDefinitions(side, prefix);
    Set<String> beyond = new HashSet<>();
    for (HeaderPath path : side.differences(merged)) {
      Optional<HeaderFile> file = merged.get(path).filter(f -> HeaderStructure.isC(path));
      if (file.isPresent() && mayDefine(file.get(), side.get(path), wanted)) {
        Set<String> here = new HashSet<>(ours.of(path));
        here.removeAll(theirs.of(path));
        beyond.addAll(here);
      }
    }
    return beyond;
  }

  private static boolean mayDefine(
      HeaderFile file, Optional<HeaderFile> other, Set<String> wanted) {
    if (!file.mode().isFile()
        || other
            .filter(same -> LeadingComments.areOnlyDifference(same.bytes(), file.bytes()))
            .isPresent()) {
      return false;
    }
    List<String> names = wanted.stream().map(DoubleDefinitions::name).toList();
    String whole = new String(file.bytes(), StandardCharsets.ISO_8859_1);
    if (!names.isEmpty() && names.stream().noneMatch(whole::contains)) {
      return false;
    }
    String added = linesBeyond(file, other);
    return !added.isBlank() && (names.isEmpty() || names.stream().anyMatch(added::contains));
  }

  private static String name(String what) {
    return what.split("[ (]", 3)[1];
  }

  /** The lines that the other file has not, but those that are within comments by their looks. */
  private static String linesBeyond(HeaderFile file, Optional<HeaderFile> other) {
    Set<String> known = new HashSet<>();
    other.ifPresent(o -> known.addAll(lines(o)));
    StringBuilder beyond = new StringBuilder();
    for (String line : lines(file)) {
      boolean comment = line.startsWith("/*") || line.startsWith("*") || line.startsWith("//");
      if (!comment && !known.contains(line)) {
        beyond.append(line).append('\n');
      }
    }
    return beyond.toString();
  }

  private static List<String> lines(HeaderFile file) {
    return Lines.split(file.bytes()).stream()
        .map(line -> new String(line, StandardCharsets.ISO_8859_1).strip())
        .toList();
  }
}
