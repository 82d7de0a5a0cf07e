package dev.xenvendor.adopt;

import dev.xenvendor.profile.Vendor;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.PathSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Adapts a profile to a tree that holds fewer or more of a release's headers than the profile
 * includes.
 */
final class ProfileAdjustment {

  private ProfileAdjustment() {}

  /**
   * The vendor as it is where trunk has the files that it lets in, and no others of the release;
   * else with what trunk has as its files.
   */
  static Vendor fit(Vendor vendor, HeaderTree published, HeaderTree local) {
    HeaderTree taken = published.only(local::contains);
    return vendor.included(published).paths().equals(taken.paths())
        ? vendor
        : vendor.withFiles(PathSet.of(include(published, local), List.of()));
  }

  /** A folder that trunk has in full goes in whole, so that new files of it come in too. */
  private static List<String> include(HeaderTree pristine, HeaderTree local) {
    if (local.paths().containsAll(pristine.paths())) {
      return List.of("**");
    }
    Map<String, List<HeaderPath>> byFolder = new TreeMap<>();
    for (HeaderPath path : pristine.paths()) {
      byFolder.computeIfAbsent(folder(path), f -> new ArrayList<>()).add(path);
    }
    List<String> include = new ArrayList<>();
    byFolder.forEach(
        (folder, paths) -> {
          if (local.paths().containsAll(paths)) {
            include.add(folder.isEmpty() ? "*" : folder + "/*");
          } else {
            paths.stream().filter(local::contains).map(HeaderPath::value).forEach(include::add);
          }
        });
    return include;
  }

  private static String folder(HeaderPath path) {
    return Optional.of(path).flatMap(HeaderPath::parent).map(HeaderPath::value).orElse("");
  }
}
