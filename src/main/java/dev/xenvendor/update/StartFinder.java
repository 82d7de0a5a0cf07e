package dev.xenvendor.update;

import dev.xenvendor.downstream.BaseFinder;
import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.downstream.MergeRecord;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.VendorReleases;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a merge in a git repository starts from. */
public final class StartFinder {

  private final Vendor vendor;
  private final VendorReleases branch;
  private final Trunk trunk;
  private final BaseFinder baseFinder;

  public StartFinder(Vendor vendor, VendorReleases branch, Trunk trunk) {
    this.vendor = vendor;
    this.branch = branch;
    this.trunk = trunk;
    this.baseFinder = new BaseFinder(vendor, branch, trunk);
  }

  /** For the merge of a release; of the newest, where none is named. */
  public MergeStart find(Optional<Version> wanted) {
    ImportedRelease release = wanted(wanted);
    MergeBase base = baseFinder.find();
    base.release().ifPresent(merged -> requireNotOlder(release, merged));
    return new MergeStart(
        base,
        trunk.tree(vendor.prefix()),
        baseFinder.record().map(MergeRecord::moved).orElse(Map.of()),
        release,
        branch.headers(release));
  }

  private ImportedRelease wanted(Optional<Version> version) {
    List<ImportedRelease> releases = branch.releases();
    if (releases.isEmpty()) {
      baseFinder.requireRecordedRelease();
      throw Problem.repository("no release of " + vendor.title() + " is imported yet")
          .hint("xenvendor import VERSION --from SOURCE");
    }
    if (version.isEmpty()) {
      return releases.get(releases.size() - 1);
    }
    return releases.stream()
        .filter(release -> release.version().sameRelease(version.get()))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.usage(vendor.title(version.get()) + " is not imported")
                    .hint("xenvendor import " + version.get() + " --from SOURCE"));
  }

  private void requireNotOlder(ImportedRelease release, ImportedRelease base) {
    if (release.version().compareTo(base.version()) < 0) {
      throw Problem.repository(
              vendor.title(release.version())
                  + " is older than "
                  + base.version()
                  + ", which is merged already")
          .hint("to go back, revert the merge: git revert -m 1 MERGE-COMMIT");
    }
  }
}
