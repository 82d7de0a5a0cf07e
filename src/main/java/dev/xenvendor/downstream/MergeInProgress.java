package dev.xenvendor.downstream;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.branch.VendorReleases;
import dev.xenvendor.tree.GitId;
import java.util.Optional;

/**
 * The merge of a release that waits in the work tree. Any other operation of git belongs to the
 * user, and is refused.
 */
public final class MergeInProgress {

  private final Vendor vendor;
  private final VendorReleases branch;
  private final Trunk trunk;

  public MergeInProgress(Downstream tree, Trunk trunk) {
    this.vendor = tree.vendor();
    this.branch = tree.branch();
    this.trunk = trunk;
  }

  /**
   * The merge of one of the vendor's releases, whether this program or plain git began it, or of a
   * branch into which releases were merged.
   */
  public Optional<UnfinishedMerge> find() {
    return trunk.unfinishedMerge().filter(merge -> isOfRelease(merge) || bringsRelease(merge));
  }

  public UnfinishedMerge required() {
    return find().orElseThrow(this::absent);
  }

  /** The merge of a release itself; of a branch, git alone knows how to take it back. */
  public UnfinishedMerge requiredOfRelease() {
    return trunk.unfinishedMerge().filter(this::isOfRelease).orElseThrow(this::absent);
  }

  private boolean bringsRelease(UnfinishedMerge merge) {
    return merge.state().isEmpty() && merge.otherSideChanged(vendor.recordPath());
  }

  /** Refuses an operation of git in progress that is not a merge of the vendor. */
  public void requireNoOther() {
    boolean otherMerge = trunk.unfinishedMerge().isPresent() && find().isEmpty();
    if (otherMerge || trunk.operation().filter(GitOperation::ownsIndex).isPresent()) {
      throw absent();
    }
  }

  private boolean isOfRelease(UnfinishedMerge merge) {
    return merge
        .state()
        .map(state -> state.vendor().equals(vendor.name()))
        .orElseGet(() -> releaseOf(merge).isPresent());
  }

  /** The release that is merged: the one noted, else the one whose commit git merges. */
  public Optional<Version> releaseOf(UnfinishedMerge merge) {
    Optional<GitId> commit = merge.otherParent();
    return merge
        .state()
        .map(MergeState::release)
        .or(
            () ->
                branch.history().releases().stream()
                    .filter(release -> commit.filter(release.commit()::equals).isPresent())
                    .map(ImportedRelease::version)
                    .findFirst());
  }

  private Problem absent() {
    Optional<UnfinishedMerge> other = trunk.unfinishedMerge();
    Optional<String> otherVendor = other.flatMap(UnfinishedMerge::state).map(MergeState::vendor);
    if (otherVendor.isPresent()) {
      return Problem.repository("the merge in progress is of vendor " + otherVendor.get())
          .hint("name it: --vendor " + otherVendor.get());
    }
    if (other.isPresent()) {
      return Problem.repository(
              "the merge in progress is not of a "
                  + vendor.title()
                  + " release: "
                  + other.get().subject())
          .hint("finish it with git: git merge --continue, or git merge --abort");
    }
    return trunk
        .operation()
        .map(GitOperation::inTheWay)
        .orElseGet(
            () ->
                Problem.repository("no merge is in progress")
                    .hint("xenvendor status shows the next command"));
  }
}
