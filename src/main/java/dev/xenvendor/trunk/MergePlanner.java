package dev.xenvendor.trunk;

import dev.xenvendor.cheader.LayoutProbe;
import dev.xenvendor.header.LineDiff;
import dev.xenvendor.merge.Labels;
import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.merge.TextMerger;
import dev.xenvendor.merge.TreeMerger;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.trunk.Relocations.Moved;
import dev.xenvendor.vendor.ImportedRelease;
import dev.xenvendor.vendor.Vendor;
import java.util.Optional;
import java.util.function.Supplier;

/** Works out what merging a release into trunk would do, wherever the two are kept. */
public final class MergePlanner {

  private final Vendor vendor;
  private final PatchSet patches;
  private final TrunkView trunk;
  private final LineDiff lineDiff;
  private final TreeMerger merger;
  private final Supplier<LayoutProbe> probe;

  /**
   * A planner.
   *
   * @param trunk holds the MD headers, and has the name of local's side
   */
  public MergePlanner(
      Vendor vendor,
      PatchSet patches,
      TrunkView trunk,
      LineDiff lineDiff,
      Supplier<LayoutProbe> probe) {
    this.vendor = vendor;
    this.patches = patches;
    this.trunk = trunk;
    this.lineDiff = lineDiff;
    this.merger = new TreeMerger(TextMerger.settling(lineDiff));
    this.probe = probe;
  }

  public PlannedMerge plan(MergeStart start) {
    MergeBase base = start.base();
    ImportedRelease release = start.release();
    PatchedSides sides =
        PatchedSides.of(
            patches,
            new PatchedSides.Release(base.release().map(ImportedRelease::version), base.headers()),
            start.local(),
            new PatchedSides.Release(Optional.of(release.version()), start.headers()),
            start.movedBefore(),
            lineDiff);
    Labels labels = labels(base, release);
    sides.vendor().requireApart(patches.forRelease(release.version()), sides.moved());
    PatchOutcomes outcomes = new PatchOutcomes(patches, sides);
    Moved moved = new Relocations(vendor, patches, trunk, probe).of(sides);
    MergeResult merged = merger.merge(sides.input(), sides.renames(), labels);
    MergeResult result =
        new BrokenResults(sides, new Backports(lineDiff), lineDiff)
            .in(outcomes.withConflicts(merged));
    return new PlannedMerge(
        base,
        release,
        start.headers(),
        sides,
        result,
        outcomes.reports(moved.notes()),
        UndonePatch.in(patches.forRelease(release.version()), sides, result),
        labels,
        moved.headers());
  }

  private Labels labels(MergeBase base, ImportedRelease release) {
    String from = base.release().map(r -> vendor.title(r.version())).orElse("empty");
    return new Labels(
        "base " + from,
        "local " + vendor.localName().orElseGet(trunk::branch),
        "vendor " + vendor.title(release.version()));
  }
}
