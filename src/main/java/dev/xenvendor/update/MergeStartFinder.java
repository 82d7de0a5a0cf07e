package dev.xenvendor.update;

import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.UnknownRelease;
import java.util.List;
import java.util.Optional;

/** Finds the inputs of a merge in a git repository. */
final class MergeStartFinder {

  private final Downstream tree;

  MergeStartFinder(Downstream tree) {
    this.tree = tree;
  }

  /** For the merge of a release; of the newest, where none is named. */
  MergeStart find(Optional<Version> wanted) {
    ImportedRelease release = wanted(wanted);
    MergeBase base = tree.mergeBase();
    base.release().ifPresent(merged -> requireNotOlder(tree.vendor(), release.version(), merged));
    return new MergeStart(
        base, tree.local(), tree.moved(), release, tree.branch().headers(release));
  }

  private ImportedRelease wanted(Optional<Version> version) {
    List<ImportedRelease> releases = tree.branch().releases();
    if (releases.isEmpty()) {
      tree.requireRecordedRelease();
      throw Problem.repository("no release of " + tree.vendor().title() + " is imported yet")
          .hint("xenvendor import VERSION --from SOURCE");
    }
    if (version.isEmpty()) {
      return releases.get(releases.size() - 1);
    }
    return releases.stream()
        .filter(release -> release.version().sameRelease(version.get()))
        .findFirst()
        .orElseThrow(() -> UnknownRelease.notImported(tree.config(), version.get()));
  }

  /** Refuses a release that is older than the one that trunk has. */
  static void requireNotOlder(Vendor vendor, Version release, ImportedRelease base) {
    if (release.compareTo(base.version()) < 0) {
      throw Problem.repository(
              vendor.title(release)
                  + " is older than "
                  + base.version()
                  + ", which is already merged")
          .hint("to go back, revert the merge: git revert -m 1 MERGE-COMMIT");
    }
  }
}
