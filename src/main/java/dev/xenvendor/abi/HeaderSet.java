package dev.xenvendor.abi;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.patch.TreeEnvironment;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.PathGlob;
import dev.xenvendor.tree.PathSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Headers at their paths in the operating system's tree, and the environment of their consumers.
 *
 * @param files the files that includes can resolve to, by paths from the root of the tree
 * @param headers the vendor's headers to read
 * @param own the tree's own headers, which consumers include directly
 * @param unknown the includes of {@code own} that resolve to no file
 */
public record HeaderSet(
    HeaderTree files,
    List<HeaderPath> headers,
    List<HeaderPath> own,
    Set<String> unknown,
    CEnvironment environment) {

  public HeaderSet {
    headers = List.copyOf(headers);
    own = List.copyOf(own);
    unknown = Set.copyOf(unknown);
  }

  /** The headers of a release, at their place in the tree, with no other files. */
  public static HeaderSet ofRelease(Vendor vendor, HeaderTree release) {
    return of(vendor, release.under(vendor.prefix()));
  }

  /**
   * Trunk's headers, with the tree's own that they include.
   *
   * @param trunk gives the files below a folder, seen from it; without a folder all that there are
   */
  public static HeaderSet ofTrunk(Vendor vendor, Function<Optional<HeaderPath>, HeaderTree> trunk) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    for (HeaderPath folder : folders(vendor)) {
      files.putAll(
          trunk.apply(Optional.of(folder)).only(HeaderSet::isHeader).under(folder).files());
    }
    PathSet own = vendor.checks().abi().headers();
    for (PathGlob glob : own.include()) {
      Optional<HeaderPath> folder = glob.folder();
      HeaderTree found = trunk.apply(folder);
      files.putAll(folder.map(found::under).orElse(found).only(own).files());
    }
    return of(vendor, HeaderTree.of(files));
  }

  /** MD headers are beside the prefix, where relative includes lead. */
  private static List<HeaderPath> folders(Vendor vendor) {
    List<HeaderPath> folders = new ArrayList<>(vendor.checks().abi().includeDirs().values());
    folders.add(vendor.prefix().parent().orElse(vendor.prefix()));
    return folders;
  }

  private static HeaderSet of(Vendor vendor, HeaderTree files) {
    List<HeaderPath> headers =
        files.paths().stream()
            .filter(path -> path.isBelow(vendor.prefix()) && isHeader(path))
            .toList();
    List<HeaderPath> own =
        files.paths().stream()
            .filter(path -> !path.isBelow(vendor.prefix()))
            .filter(vendor.checks().abi().headers())
            .toList();
    CEnvironment environment = TreeEnvironment.of(vendor);
    if (own.isEmpty()) {
      return new HeaderSet(files, headers, own, Set.of(), environment);
    }
    SubstituteHeaders standIns = SubstituteHeaders.of(files, vendor.prefix(), own, environment);
    return new HeaderSet(standIns.files(), headers, own, standIns.unknown(), environment);
  }

  /** Returns the vendor's headers, then the tree's own. */
  public List<HeaderPath> all() {
    return Stream.concat(headers.stream(), own.stream()).toList();
  }

  static boolean isHeader(HeaderPath path) {
    return path.value().endsWith(".h");
  }

  /** These headers, but only some of them read. */
  public HeaderSet only(List<HeaderPath> some) {
    return new HeaderSet(files, some, own, unknown, environment);
  }

  /**
   * Others instead of these, with the tree's own around them.
   *
   * @param others seen from the prefix
   */
  public HeaderSet with(Vendor vendor, HeaderTree others) {
    Map<HeaderPath, HeaderFile> all = new TreeMap<>(others.under(vendor.prefix()).files());
    files
        .files()
        .forEach(
            (path, file) -> {
              if (!path.isBelow(vendor.prefix())) {
                all.put(path, file);
              }
            });
    return of(vendor, HeaderTree.of(all));
  }
}
