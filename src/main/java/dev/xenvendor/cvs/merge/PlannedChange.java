package dev.xenvendor.cvs.merge;

import dev.xenvendor.cvs.CvsChange;
import dev.xenvendor.cvs.CvsChange.ChangedFile;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.MergeRecordYaml;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.merge.MergedFile;
import dev.xenvendor.merge.MergedFile.Outcome;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.update.PlannedMerge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The change that a planned merge makes in trunk as CVS has it, which is not always the merge's
 * local side: what an import changed on trunk counts as unchanged there.
 */
final class PlannedChange {

  private final Vendor vendor;
  private final Downstream tree;
  private final CvsTrunk trunk;
  private final CvsMergeStart start;
  private final PlannedMerge plan;
  private final HeaderTree trunkHeaders;
  private final MergeResult result;

  PlannedChange(Downstream tree, CvsTrunk trunk, CvsMergeStart start, PlannedMerge plan) {
    this.tree = tree;
    this.vendor = tree.vendor();
    this.trunk = trunk;
    this.start = start;
    this.plan = plan;
    this.trunkHeaders = trunk.tree(vendor.prefix());
    this.result =
        plan.result().inFull().mapped(file -> asTrunkSeesIt(onlyIfNobodyChanged(file, start)));
  }

  /** Returns what becomes of each header. */
  MergeResult result() {
    return result;
  }

  /**
   * A release that was merged before can only have left files without a change since the import:
   * files that upstream deleted, and local patches in new ones. What the rest holds, somebody
   * committed knowingly.
   */
  private static MergedFile onlyIfNobodyChanged(MergedFile file, CvsMergeStart start) {
    return start.isAgain() && !start.unchanged().contains(file.path())
        ? unchanged(file.path(), start.merge().local().get(file.path()))
        : file;
  }

  private static MergedFile unchanged(HeaderPath path, Optional<HeaderFile> file) {
    return new MergedFile(path, Optional.empty(), Outcome.UNCHANGED, file, Optional.empty());
  }

  /** A patch may be all that changes a file, which no side of the merge then shows. */
  private MergedFile asTrunkSeesIt(MergedFile file) {
    Optional<HeaderFile> before = trunkHeaders.get(file.path());
    boolean patched =
        file.outcome() == Outcome.UNCHANGED && before.isPresent() && !before.equals(file.result());
    return patched
        ? new MergedFile(file.path(), file.from(), Outcome.MERGED, file.result(), file.conflict())
        : file;
  }

  CvsChange change() {
    Set<HeaderPath> conflicting = new HashSet<>();
    result.conflicts().stream().map(Conflict::paths).forEach(conflicting::addAll);
    HeaderTree after = result.tree();
    Set<HeaderPath> paths = new TreeSet<>(trunkHeaders.paths());
    paths.addAll(after.paths());
    List<ChangedFile> files = new ArrayList<>();
    for (HeaderPath path : paths) {
      boolean conflict = conflicting.contains(path);
      if (!trunkHeaders.get(path).equals(after.get(path)) || conflict) {
        files.add(file(vendor.prefix().resolve(path), after.get(path), conflict));
      }
    }
    plan.outside()
        .forEach(
            (path, file) -> {
              if (!start.isAgain() || isNeeded(path)) {
                files.add(file(path, Optional.of(file), false));
              }
            });
    if (start.recorded() && !start.isAgain()) {
      HeaderFile record = HeaderFile.regular(MergeRecordYaml.write(plan.record(tree)));
      files.add(file(vendor.recordPath(), Optional.of(record), false));
    }
    return new CvsChange(files);
  }

  /** Returns whether an MD header is for a vendor's header that the merge changes. */
  private boolean isNeeded(HeaderPath mdHeader) {
    return tree.patches().patches().stream()
        .flatMap(patch -> patch.change().asRelocation().stream())
        .anyMatch(
            relocation ->
                relocation.mdHeader(vendor.prefix()).equals(mdHeader)
                    && start.unchanged().contains(relocation.from()));
  }

  private ChangedFile file(HeaderPath path, Optional<HeaderFile> after, boolean conflict) {
    return new ChangedFile(path, trunk.find(path), after, conflict);
  }
}
