package dev.xenvendor.update;

import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.TrunkCommit;
import dev.xenvendor.downstream.TrunkHistory;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.Trailers;
import dev.xenvendor.tree.GitId;
import java.util.Optional;

/** Undoes the last committed merge of a release, unless it is pushed. */
public final class UndoMerge {

  /**
   * The merge that was undone.
   *
   * @param before the commit that trunk is at again
   * @param canUndoImport whether the release is only on the vendor branch now, here
   */
  public record Report(
      Vendor vendor,
      String branch,
      Version release,
      GitId commit,
      GitId before,
      boolean canUndoImport) {}

  /** A merge of a release. */
  private record Merge(TrunkCommit commit, GitId before, Version release) {}

  /** The number of later commits among which a merge is searched, to name it. */
  private static final int MOST_LATER = 1000;

  private final Downstream tree;
  private final Vendor vendor;
  private final Trunk trunk;
  private final TrunkHistory history;

  public UndoMerge(Downstream tree, Trunk trunk) {
    this.tree = tree;
    this.vendor = tree.vendor();
    this.trunk = trunk;
    this.history = trunk.history();
  }

  /**
   * Moves branch, index and work tree to the commit before the merge.
   *
   * @throws Problem if the work tree is not clean, commits were made after the merge, or a remote
   *     has it
   */
  public Report run() {
    trunk.requireReady();
    trunk.requireNotOn(vendor);
    Merge merge = last();
    history.moveBack(merge.commit().id(), merge.before(), "undo the merge of " + title(merge));
    return new Report(
        vendor,
        trunk.branch(),
        merge.release(),
        merge.commit().id(),
        merge.before(),
        canUndoImport(merge.release()));
  }

  private Merge last() {
    GitId head = trunk.head().orElseThrow();
    int later = 0;
    for (Optional<GitId> at = Optional.of(head); at.isPresent() && later <= MOST_LATER; later++) {
      TrunkCommit commit = history.commit(at.get());
      Optional<Merge> merge = merge(commit);
      if (merge.isPresent()) {
        requireLast(merge.get(), later);
        return merge.get();
      }
      at = commit.before();
    }
    throw Problem.repository("no merge of a " + vendor.title() + " release is on " + trunk.branch())
        .hint("git log --first-parent shows the commits; xenvendor status shows the next command");
  }

  private void requireLast(Merge merge, int later) {
    history
        .remoteBranchWith(merge.commit().id())
        .ifPresent(
            remote -> {
              throw Problem.repository(named(merge) + " is on " + remote + " already")
                  .hint(revert(merge));
            });
    if (later > 0) {
      String commits = later == 1 ? "1 commit was" : later + " commits were";
      throw Problem.repository(commits + " made after " + named(merge)).hint(revert(merge));
    }
  }

  private String named(Merge merge) {
    return "the merge of " + title(merge) + " (commit " + merge.commit().id().abbreviated() + ")";
  }

  private String title(Merge merge) {
    return vendor.title(merge.release());
  }

  private static String revert(Merge merge) {
    return "revert it, which takes the record back as well: git revert "
        + (merge.commit().isMergeCommit() ? "-m 1 " : "")
        + merge.commit().id().abbreviated();
  }

  /** The merge that a commit is; empty if it is none. */
  private Optional<Merge> merge(TrunkCommit commit) {
    Optional<Version> release = released(commit);
    if (release.isEmpty() || commit.before().isEmpty()) {
      return Optional.empty();
    }
    TrunkView before = history.at(commit.before().get());
    TrunkView after = history.at(commit.id());
    boolean isRecorded = before.file(vendor.recordPath()).isPresent();
    boolean isNewRecord = !before.file(vendor.recordPath()).equals(after.file(vendor.recordPath()));
    boolean hasNewHeaders =
        !before.tree(vendor.prefix()).id().equals(after.tree(vendor.prefix()).id());
    // An adoption has the same trailers and parents, but changes no header and has the first
    // record.
    return (isRecorded && isNewRecord) || hasNewHeaders
        ? Optional.of(new Merge(commit, commit.before().get(), release.get()))
        : Optional.empty();
  }

  /** The release that a commit's message or its second parent names. */
  private Optional<Version> released(TrunkCommit commit) {
    String message = commit.message();
    return Trailers.find(message, Trailers.RELEASE)
        .filter(
            release -> Trailers.find(message, Trailers.VENDOR).equals(Optional.of(vendor.name())))
        .map(Version::new)
        .or(
            () ->
                commit.isMergeCommit()
                    ? tree.branch().history().releases().stream()
                        .filter(release -> commit.parents().contains(release.commit()))
                        .map(ImportedRelease::version)
                        .findFirst()
                    : Optional.empty());
  }

  private boolean canUndoImport(Version release) {
    return tree.branch().history().releases().stream()
        .reduce((first, second) -> second)
        .filter(newest -> newest.version().equals(release))
        .filter(newest -> history.remoteBranchWith(newest.commit()).isEmpty())
        .isPresent();
  }
}
