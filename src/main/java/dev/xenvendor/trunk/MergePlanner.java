package dev.xenvendor.trunk;

import dev.xenvendor.cheader.LayoutProbe;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.header.LineDiff;
import dev.xenvendor.merge.Labels;
import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.merge.TextMerger;
import dev.xenvendor.merge.TreeMerger;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.trunk.Relocations.Moved;
import dev.xenvendor.vendor.ImportedRelease;
import dev.xenvendor.vendor.Vendor;
import dev.xenvendor.vendor.VendorBranch;
import dev.xenvendor.vendor.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Works out what merging a release into trunk would do. */
final class MergePlanner {

  private final Vendor vendor;
  private final PatchSet patches;
  private final VendorBranch branch;
  private final Trunk trunk;
  private final BaseFinder baseFinder;
  private final TreeMerger merger;
  private final Supplier<LayoutProbe> probe;

  MergePlanner(
      Vendor vendor,
      PatchSet patches,
      VendorBranch branch,
      Trunk trunk,
      LineDiff lineDiff,
      Supplier<LayoutProbe> probe) {
    this.probe = probe;
    this.vendor = vendor;
    this.patches = patches;
    this.branch = branch;
    this.trunk = trunk;
    this.baseFinder = new BaseFinder(vendor, branch, trunk, lineDiff);
    this.merger = new TreeMerger(new TextMerger(lineDiff));
  }

  PlannedMerge plan(Optional<Version> wanted) {
    ImportedRelease release = wanted(wanted);
    MergeBase base = baseFinder.find();
    base.release().ifPresent(merged -> requireNotOlder(release, merged));
    HeaderTree headers = branch.headers(release);
    PatchedSides sides =
        PatchedSides.of(
            patches,
            new PatchedSides.Release(base.release().map(ImportedRelease::version), base.headers()),
            trunk.tree(vendor.prefix()),
            new PatchedSides.Release(Optional.of(release.version()), headers),
            baseFinder.record().map(MergeRecord::moved).orElse(Map.of()));
    Labels labels = labels(base, release);
    sides.vendor().requireApart(sides.moved());
    PatchOutcomes outcomes = new PatchOutcomes(patches, sides);
    Moved moved = new Relocations(vendor.prefix(), patches, trunk, probe).of(sides);
    MergeResult merged = merger.merge(sides.input(), sides.renames(), labels);
    MergeResult result = outcomes.withConflicts(merged);
    return new PlannedMerge(
        base,
        release,
        headers,
        sides,
        result,
        outcomes.reports(moved.notes()),
        UndonePatch.in(patches.forRelease(release.version()), sides, result),
        labels,
        moved.headers());
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

  private Labels labels(MergeBase base, ImportedRelease release) {
    String from = base.release().map(r -> vendor.title(r.version())).orElse("empty");
    return new Labels(
        "base " + from,
        "local " + vendor.localName().orElseGet(trunk::branch),
        "vendor " + vendor.title(release.version()));
  }
}
