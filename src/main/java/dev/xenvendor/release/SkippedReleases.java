package dev.xenvendor.release;

import dev.xenvendor.profile.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** Pinned releases between imported ones that were never imported. */
public final class SkippedReleases {

  private SkippedReleases() {}

  /** All of them, oldest first. */
  public static List<Version> of(SortedSet<Version> pinned, Collection<Version> imported) {
    return pinned.stream()
        .filter(v -> !imported.contains(v))
        .filter(v -> imported.stream().anyMatch(i -> i.compareTo(v) < 0))
        .filter(v -> imported.stream().anyMatch(i -> i.compareTo(v) > 0))
        .toList();
  }

  /** The same in runs: those with no imported release between them. */
  public static List<List<Version>> runs(SortedSet<Version> pinned, Collection<Version> imported) {
    List<List<Version>> runs = new ArrayList<>();
    boolean open = false;
    List<Version> skipped = of(pinned, imported);
    for (Version version : pinned) {
      boolean isSkipped = skipped.contains(version);
      if (isSkipped && !open) {
        runs.add(new ArrayList<>());
      }
      if (isSkipped) {
        runs.get(runs.size() - 1).add(version);
      }
      open = isSkipped;
    }
    return runs;
  }
}
