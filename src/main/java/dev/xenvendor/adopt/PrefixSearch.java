package dev.xenvendor.adopt;

import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the folder of a tree that looks most like a vendor's headers. */
final class PrefixSearch {

  /** A few equal names prove nothing. */
  private static final int FEWEST = 5;

  private PrefixSearch() {}

  /** Finds a folder that holds enough headers to be sure of. */
  static Optional<HeaderPath> mostLikely(HeaderTree tree, VendorConfig config) {
    return mostLikely(tree, config, FEWEST);
  }

  /** Finds the folder that holds most headers, where there are two at least. */
  static Optional<HeaderPath> holdingAny(HeaderTree tree, VendorConfig config) {
    return mostLikely(tree, config, 2);
  }

  private static Optional<HeaderPath> mostLikely(HeaderTree tree, VendorConfig config, int fewest) {
    Optional<Version> newest = config.pinned().stream().reduce((first, second) -> second);
    Optional<Manifest> manifest = newest.flatMap(config::find);
    Set<HeaderPath> known = manifest.map(m -> m.files().keySet()).orElse(Set.of());
    Map<String, Set<HeaderPath>> byName =
        known.stream().collect(Collectors.groupingBy(HeaderPath::name, Collectors.toSet()));
    Map<HeaderPath, Integer> votes = new TreeMap<>();
    for (HeaderPath path : tree.paths()) {
      for (HeaderPath header : byName.getOrDefault(path.name(), Set.of())) {
        if (path.value().endsWith('/' + header.value())) {
          int end = path.value().length() - header.value().length() - 1;
          votes.merge(HeaderPath.of(path.value().substring(0, end)), 1, Integer::sum);
        }
      }
    }
    return votes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(most -> most.getValue() >= fewest)
        .map(Map.Entry::getKey);
  }
}
