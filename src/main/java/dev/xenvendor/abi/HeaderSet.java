package dev.xenvendor.abi;

import dev.xenvendor.cheader.CEnvironment;
import dev.xenvendor.cheader.IncludeRoot;
import dev.xenvendor.header.HeaderFile;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.vendor.AbiSettings;
import dev.xenvendor.vendor.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Headers where they stand in the operating system's tree, and what those who include them have.
 *
 * @param files what includes may lead to, by paths from the root of the tree
 * @param headers those that are looked at
 */
public record HeaderSet(HeaderTree files, List<HeaderPath> headers, CEnvironment environment) {

  public HeaderSet {
    headers = List.copyOf(headers);
  }

  /** The headers of a release: as they would stand in the tree, and nothing beside them. */
  public static HeaderSet ofRelease(Vendor vendor, HeaderTree release) {
    return of(vendor, release.under(vendor.prefix()));
  }

  /**
   * Trunk's headers, with the tree's own that they include.
   *
   * @param trunk gives the files below a folder, seen from it
   */
  public static HeaderSet ofTrunk(Vendor vendor, Function<HeaderPath, HeaderTree> trunk) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    for (HeaderPath folder : folders(vendor)) {
      files.putAll(trunk.apply(folder).only(HeaderSet::isHeader).under(folder).files());
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
    return new HeaderSet(files, headers, environment(vendor));
  }

  static boolean isHeader(HeaderPath path) {
    return path.value().endsWith(".h");
  }

  /** These headers, but only some of them looked at. */
  public HeaderSet only(List<HeaderPath> some) {
    return new HeaderSet(files, some, environment);
  }

  /**
   * Others in the place of these, with the tree's own around them.
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

  private static CEnvironment environment(Vendor vendor) {
    AbiSettings settings = vendor.checks().abi();
    List<IncludeRoot> roots = new ArrayList<>();
    roots.add(IncludeRoot.at(vendor.prefix()));
    settings
        .includeDirs()
        .forEach((name, folder) -> roots.add(IncludeRoot.named(name, Optional.of(folder))));
    CEnvironment environment = CEnvironment.system().withRoots(roots);
    return settings.prelude().isEmpty()
        ? environment
        : environment.withPrelude(
            settings.prelude().stream().map(HeaderSet::line).collect(Collectors.joining()));
  }

  /** A header's name is meant to be included; all else is C. */
  private static String line(String prelude) {
    boolean isName = prelude.endsWith(".h") && prelude.indexOf(' ') < 0;
    return (isName ? "#include <" + prelude + '>' : prelude) + '\n';
  }
}
