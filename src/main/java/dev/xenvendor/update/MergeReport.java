package dev.xenvendor.update;

import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;

/**
 * The result of a merge, made or planned.
 *
 * @param base the release merged from; empty for a first merge
 * @param release the release merged
 * @param merge what becomes of each file, seen from the prefix
 * @param patches how each local patch fares
 * @param undone patches that the merged headers no longer carry, without a conflict
 * @param pinned the manifest that the merge brings, of a release that had none
 * @param commit the merge commit, where one was made
 * @param baseOrigin how the base was found
 * @param dryRun whether nothing was written
 */
public record MergeReport(
    Result result,
    Vendor vendor,
    Optional<Version> base,
    ImportedRelease release,
    MergeResult merge,
    List<PatchReport> patches,
    List<RevertedPatch> undone,
    ResolutionReuse reuse,
    Optional<HeaderPath> pinned,
    Optional<GitId> commit,
    MergeBase.Origin baseOrigin,
    boolean dryRun) {

  /**
   * Returns the report of a planned merge, of which no commit is made yet.
   *
   * @param merge what becomes of each file where the tree is kept
   * @param pinned the manifest that the merge brings
   */
  public static MergeReport of(
      Result result,
      Vendor vendor,
      PlannedMerge plan,
      MergeResult merge,
      ResolutionReuse reuse,
      Optional<HeaderPath> pinned,
      boolean dryRun) {
    return new MergeReport(
        result,
        vendor,
        plan.base().release().map(ImportedRelease::version),
        plan.release(),
        merge,
        plan.patches(),
        plan.undone(),
        reuse,
        pinned,
        Optional.empty(),
        plan.base().origin(),
        dryRun);
  }

  public MergeReport withCommit(Optional<GitId> made) {
    return new MergeReport(
        result,
        vendor,
        base,
        release,
        merge,
        patches,
        undone,
        reuse,
        pinned,
        made,
        baseOrigin,
        dryRun);
  }

  /** Returns whether the merge waits for a person, or would. */
  public boolean isWaiting() {
    return result == Result.CONFLICTS || isToBeFinished();
  }

  /** Returns whether it waits with nothing left to decide, for {@code merge --continue}. */
  public boolean isToBeFinished() {
    return result == Result.MERGED && commit.isEmpty() && !reuse.resolutions().isEmpty() && !dryRun;
  }

  /** The outcome. */
  public enum Result {
    MERGED("merged"),
    CONFLICTS("conflicts"),
    UP_TO_DATE("up-to-date");

    private final String word;

    Result(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
