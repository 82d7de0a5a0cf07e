package dev.xenvendor.cvs.merge;

import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.baseline.HeaderDistance;
import dev.xenvendor.release.branch.VendorReleases;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;

/** Finds the release to which the files that trunk changed are nearest, line by line. */
final class NearestRelease {

  private final HeaderTree changed;
  private final VendorReleases branch;

  NearestRelease(HeaderTree changed, VendorReleases branch) {
    this.changed = changed;
    this.branch = branch;
  }

  /**
   * The nearest one; of equally near ones the oldest, since a merge from there leaves nothing out.
   *
   * @param releases in order
   * @param wanted the one to be merged
   */
  ImportedRelease nearest(List<ImportedRelease> releases, ImportedRelease wanted) {
    if (changed.isEmpty()) {
      // Every file is the vendor's: it makes no difference except in the report.
      return releases.get(Math.max(0, releases.indexOf(wanted) - 1));
    }
    return nearest(changed, releases);
  }

  private ImportedRelease nearest(HeaderTree headers, List<ImportedRelease> releases) {
    HeaderDistance distance = new HeaderDistance(headers);
    ImportedRelease nearest = releases.get(0);
    long least = Long.MAX_VALUE;
    for (ImportedRelease release : releases) {
      long lines = distance.to(branch.headers(release));
      if (lines < least) {
        least = lines;
        nearest = release;
      }
    }
    return nearest;
  }

  /** The files that are nearer to an earlier release than to the one that the others are from. */
  List<HeaderPath> behind(MergeBase base, List<ImportedRelease> releases) {
    return changed.paths().stream()
        .filter(base.headers()::contains)
        .filter(path -> isBehind(changed.only(path::equals), base, releases))
        .toList();
  }

  private boolean isBehind(HeaderTree file, MergeBase base, List<ImportedRelease> releases) {
    HeaderDistance distance = new HeaderDistance(file);
    ImportedRelease nearest = nearest(file, releases);
    return distance.to(branch.headers(nearest)) < distance.to(base.headers());
  }
}
