package dev.xenvendor.status;

import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.handover.SavedMerge;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.branch.TagFault;
import java.util.List;
import java.util.Optional;

/**
 * The state of a tree.
 *
 * @param imported the releases on the vendor branch, oldest first
 * @param merged the release trunk's headers come from
 * @param mergedByGit whether plain git merged it, so that trunk's record lags behind
 * @param pending imported releases that are newer than the merged one
 * @param skipped pinned releases between imported ones that were never imported, unless allowed
 * @param available pinned releases newer than every imported one
 * @param tags release tags that disagree with the vendor branch
 * @param conflicts the conflicts of a merge in progress
 * @param saved the merges that are saved, the newest first
 * @param resumable those of them that can be taken up now
 * @param stale local patches that do not fit the merged release, or that it makes needless; none
 *     are looked for while a merge is under way
 */
public record StatusReport(
    Result result,
    Vendor vendor,
    String branch,
    List<ImportedRelease> imported,
    Optional<Version> merged,
    boolean mergedByGit,
    List<Version> pending,
    List<Version> skipped,
    List<Version> available,
    List<TagFault> tags,
    Optional<ConflictsReport> conflicts,
    List<SavedMerge> saved,
    List<SavedMerge> resumable,
    List<PatchReport> stale) {

  /** The next step. */
  public enum Result {
    NOT_ADOPTED("not-adopted"),
    /** Trunk's record names a release that the vendor branch does not hold. */
    RELEASE_MISSING("release-missing"),
    NOTHING_IMPORTED("nothing-imported"),
    CONFLICTS("conflicts"),
    MERGE_PENDING("merge-pending"),
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
