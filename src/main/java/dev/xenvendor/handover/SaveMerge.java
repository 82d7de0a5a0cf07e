package dev.xenvendor.handover;

import dev.xenvendor.conflict.Conflicts;
import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.MergeInProgress;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.TrunkChange;
import dev.xenvendor.downstream.UnfinishedMerge;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;

/** Saves the merge in progress under a name. The merge stays in progress. */
public final class SaveMerge {

  /**
   * The result of saving.
   *
   * @param isNew whether that is not what was saved last under this name
   * @param left what is left to decide
   * @param untracked headers that git does not know, and that are therefore not saved
   */
  public record Report(
      SavedMerge saved, boolean isNew, ConflictsReport left, List<HeaderPath> untracked) {}

  private final Downstream tree;
  private final Downstream present;
  private final Trunk trunk;
  private final SavedMerges saves;

  /**
   * @param tree the headers as trunk has them
   * @param present the headers as they are now
   */
  public SaveMerge(Downstream tree, Downstream present, Trunk trunk, SavedMerges saves) {
    this.tree = tree;
    this.present = present;
    this.trunk = trunk;
    this.saves = saves;
  }

  public Report run(String name) {
    SavedMerge.requireName(name);
    MergeInProgress inProgress = new MergeInProgress(tree, trunk);
    UnfinishedMerge merge = inProgress.required();
    TrunkChange change = merge.change();
    SavedMerge saved =
        new SavedMerge(
            name,
            saves.saver(),
            tree.vendor().name(),
            inProgress.releaseOf(merge),
            trunk.branch(),
            trunk.head().orElseThrow(),
            merge.otherParent());
    new SavedMergeCheck(tree.vendor(), trunk).require(saved, change);
    boolean isNew = saves.save(saved, change);
    return new Report(saved, isNew, new Conflicts(tree, trunk).left(), untracked(merge, change));
  }

  private List<HeaderPath> untracked(UnfinishedMerge merge, TrunkChange change) {
    HeaderPath prefix = tree.vendor().prefix();
    return present.local().paths().stream()
        .map(prefix::resolve)
        .filter(path -> !change.files().containsKey(path))
        .filter(path -> trunk.file(path).isEmpty() && merge.settled(path).isEmpty())
        .sorted()
        .toList();
  }
}
