package dev.xenvendor.cvs.merge;

import dev.xenvendor.cvs.CvsHintCommands;
import dev.xenvendor.cvs.CvsWorkingCopy;
import dev.xenvendor.cvs.TrunkFile;
import dev.xenvendor.downstream.HintCommands;
import dev.xenvendor.downstream.Lazy;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.branch.VendorReleases;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.update.MergeStart;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A read-only view of a working copy. Headers without a change since an import are shown as the
 * release that was merged last has them: an import that waits to be merged is no drift.
 */
public final class WorkingCopyView implements TrunkView {

  private final Vendor vendor;
  private final VendorReleases branch;
  private final CvsWorkingCopy workingCopy;
  private final Map<HeaderPath, HeaderTree> folders = new HashMap<>();
  private final Lazy<MergeStart> start = new Lazy<>(this::findStart);

  public WorkingCopyView(Vendor vendor, VendorReleases branch, CvsWorkingCopy workingCopy) {
    this.vendor = vendor;
    this.branch = branch;
    this.workingCopy = workingCopy;
  }

  private MergeStart findStart() {
    return new CvsMergeStartFinder(vendor, branch, Optional.empty(), CvsTrunk.present(workingCopy))
        .find(Optional.empty(), Optional.empty())
        .merge();
  }

  private Map<HeaderPath, TrunkFile> presentIn(HeaderPath folder) {
    return workingCopy.presentBelow(Optional.of(folder));
  }

  @Override
  public String branch() {
    return "trunk";
  }

  @Override
  public HeaderTree tree(HeaderPath folder) {
    if (folder.equals(vendor.prefix())) {
      return start.get().local();
    }
    return workingCopy.reaches(folder)
        ? folders.computeIfAbsent(folder, f -> TrunkFile.tree(presentIn(f)).below(f))
        : HeaderTree.EMPTY;
  }

  @Override
  public HeaderTree tree() {
    return TrunkFile.tree(workingCopy.presentBelow(Optional.empty()));
  }

  @Override
  public Optional<HeaderFile> file(HeaderPath path) {
    if (path.isBelow(vendor.prefix())) {
      return path.below(vendor.prefix()).flatMap(tree(vendor.prefix())::get);
    }
    return path.parent().flatMap(folder -> path.below(folder).flatMap(tree(folder)::get));
  }

  /** CVS has no ancestry; the release that the headers come from takes its place. */
  @Override
  public boolean descendsFrom(GitId commit) {
    return start
        .get()
        .base()
        .release()
        .map(ImportedRelease::commit)
        .filter(commit::equals)
        .isPresent();
  }

  @Override
  public boolean keepsRecord() {
    return false;
  }

  @Override
  public HintCommands commands() {
    return new CvsHintCommands(workingCopy.place());
  }
}
