package dev.xenvendor.update;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.downstream.PatchedSides;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.merge.Labels;
import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.merge.TextMerger;
import dev.xenvendor.merge.TreeMerger;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.PatchedTree;
import dev.xenvendor.patch.PatchedTree.Clash;
import dev.xenvendor.patch.review.Refreshes;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.update.PlainMerge.Improved;
import dev.xenvendor.update.Relocator.Moved;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Works out what merging a release into trunk would do, wherever the two are kept. */
public final class MergePlanner {

  private final Vendor vendor;
  private final PatchSet patches;
  private final TrunkView trunk;
  private final TreeMerger merger;
  private final Supplier<LayoutProbe> probe;

  /**
   * A planner.
   *
   * @param trunk holds the MD headers, and has the name of local's side
   */
  public MergePlanner(
      Vendor vendor, PatchSet patches, TrunkView trunk, Supplier<LayoutProbe> probe) {
    this.vendor = vendor;
    this.patches = patches;
    this.trunk = trunk;
    this.merger = new TreeMerger(TextMerger.settling());
    this.probe = probe;
  }

  public PlannedMerge plan(MergeStart start) {
    MergeBase base = start.base();
    ImportedRelease release = start.release();
    PatchedSides.Release from =
        new PatchedSides.Release(base.release().map(ImportedRelease::version), base.headers());
    PatchedSides.Release to =
        new PatchedSides.Release(Optional.of(release.version()), start.headers());
    PatchedSides sides = PatchedSides.of(patches, from, start.local(), to, start.movedBefore());
    Labels labels = labels(base, release);
    PatchOutcomes outcomes = new PatchOutcomes(patches, sides);
    Moved moved = new Relocator(vendor, patches, trunk, probe).of(sides);
    MergeResult declared =
        outcomes.withConflicts(merger.merge(sides.input(), sides.renames(), labels));
    List<Clash> clashes =
        sides.vendor().clashes(patches.forRelease(release.version()), sides.moved());
    BrokenResults broken = new BrokenResults(sides, new Backports(), vendor.prefix());
    Improved improved =
        new PlainMerge(patches, from, to, start, broken)
            .improve(declared, sides, paths(clashes), labels);
    MergeResult result = broken.in(improved.result());
    PatchedTree.refuse(
        clashes.stream().filter(clash -> !improved.plain().contains(clash.path())).toList());
    List<LocalPatch> refreshed =
        new Refreshes(patches, sides, from.version(), release.version())
            .of(result, improved.plain());
    return new PlannedMerge(
        base,
        release,
        start.headers(),
        sides,
        result,
        outcomes.reports(moved.notes(), refreshed),
        RevertedPatch.in(patches.forRelease(release.version()), sides, result),
        labels,
        moved.headers(),
        refreshed);
  }

  private static Set<HeaderPath> paths(List<Clash> clashes) {
    return clashes.stream().map(Clash::path).collect(Collectors.toSet());
  }

  private Labels labels(MergeBase base, ImportedRelease release) {
    String from = base.release().map(r -> vendor.title(r.version())).orElse("empty");
    return new Labels(
        "base " + from,
        "local " + vendor.localName().orElseGet(trunk::branch),
        "vendor " + vendor.title(release.version()));
  }
}
