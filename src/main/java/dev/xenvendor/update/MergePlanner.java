package dev.xenvendor.update;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.downstream.PatchedSides;
import dev.xenvendor.merge.Labels;
import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.merge.TextMerger;
import dev.xenvendor.merge.TreeMerger;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.PatchedTree;
import dev.xenvendor.patch.PatchedTree.Clash;
import dev.xenvendor.patch.review.Refreshes;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.update.PlainMerge.Improved;
import dev.xenvendor.update.Relocator.Moved;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Plans the merge of a release into trunk, independent of the version control. */
public final class MergePlanner {

  private final Downstream tree;
  private final TreeMerger merger;
  private final Supplier<LayoutProbe> probe;

  public MergePlanner(Downstream tree, Supplier<LayoutProbe> probe) {
    this.tree = tree;
    this.merger = new TreeMerger(TextMerger.settling());
    this.probe = probe;
  }

  /**
   * Plans the merge of a release; of the newest, where none is named.
   *
   * @return the merge, of which nothing is written yet
   */
  public PlannedMerge plan(Optional<Version> wanted) {
    return plan(new MergeStartFinder(tree).find(wanted));
  }

  /** Plans a merge from a start that is known already. */
  public PlannedMerge plan(MergeStart start) {
    PatchSet patches = tree.patches();
    MergeBase base = start.base();
    ImportedRelease release = start.release();
    PatchedSides.Release from =
        new PatchedSides.Release(base.release().map(ImportedRelease::version), base.headers());
    PatchedSides.Release to =
        new PatchedSides.Release(Optional.of(release.version()), start.headers());
    PatchedSides sides = PatchedSides.of(patches, from, start.local(), to, start.movedBefore());
    Labels labels = labels(base, release);
    PatchOutcomes outcomes = new PatchOutcomes(patches, sides);
    Moved moved = new Relocator(tree, probe).of(sides);
    MergeResult declared =
        outcomes.withConflicts(merger.merge(sides.input(), sides.renames(), labels));
    List<Clash> clashes =
        sides.vendor().clashes(patches.forRelease(release.version()), sides.moved());
    BrokenResults broken = new BrokenResults(sides, new Backports(), tree.vendor().prefix());
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
    String from = base.release().map(r -> tree.vendor().title(r.version())).orElse("empty");
    return new Labels(
        "base " + from,
        "local " + tree.vendor().localName().orElseGet(tree.trunk()::branch),
        "vendor " + tree.vendor().title(release.version()));
  }
}
