package dev.xenvendor.status;

import dev.xenvendor.conflict.Conflicts;
import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.downstream.MergeBase.Origin;
import dev.xenvendor.downstream.MergeInProgress;
import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.handover.SavedMerge;
import dev.xenvendor.handover.SavedMerges;
import dev.xenvendor.patch.review.PatchesReport;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.SkippedReleases;
import dev.xenvendor.release.branch.TagFault;
import dev.xenvendor.status.StatusReport.Result;
import java.util.List;
import java.util.Optional;

/** Finds the state of a tree and the next step. */
public final class Status {

  private final Downstream committed;
  private final Trunk trunk;
  private final Downstream present;
  private final SavedMerges saves;

  /**
   * Looks at a tree.
   *
   * @param committed the headers as trunk has them
   * @param present the headers as they are now
   */
  public Status(Downstream committed, Trunk trunk, Downstream present, SavedMerges saves) {
    this.committed = committed;
    this.trunk = trunk;
    this.present = present;
    this.saves = saves;
  }

  public StatusReport run() {
    Vendor vendor = committed.vendor();
    List<ImportedRelease> imported = committed.branch().releases();
    boolean known = committed.isAdopted();
    Optional<Version> missing = committed.missingRelease();
    Optional<MergeBase> base =
        known && missing.isEmpty() ? Optional.of(committed.mergeBase()) : Optional.empty();
    Optional<Version> merged =
        base.flatMap(MergeBase::release).map(ImportedRelease::version).or(() -> missing);
    List<Version> versions = imported.stream().map(ImportedRelease::version).toList();
    List<Version> pending =
        versions.stream().filter(v -> merged.map(m -> v.compareTo(m) > 0).orElse(true)).toList();
    Optional<ConflictsReport> conflicts =
        new MergeInProgress(committed, trunk)
            .find()
            .map(merge -> new Conflicts(committed, trunk).left());
    List<SavedMerge> saved = saves.all();
    return new StatusReport(
        result(known, missing, imported, pending, conflicts),
        vendor,
        trunk.branch(),
        imported,
        merged,
        base.filter(b -> b.origin() == Origin.ANCESTRY).isPresent(),
        pending,
        SkippedReleases.reported(committed.config().pinned(), versions, vendor.checks()),
        available(versions),
        TagFault.of(committed.branch(), vendor),
        conflicts,
        saved,
        conflicts.isPresent() ? List.of() : saved.stream().filter(this::isOnHead).toList(),
        base.flatMap(MergeBase::release).isPresent() && conflicts.isEmpty() ? stale() : List.of());
  }

  private boolean isOnHead(SavedMerge saved) {
    return trunk.head().filter(saved.head()::equals).isPresent();
  }

  private List<PatchReport> stale() {
    return present.patches().isEmpty() ? List.of() : PatchesReport.of(present).stale();
  }

  private static Result result(
      boolean known,
      Optional<Version> missing,
      List<ImportedRelease> imported,
      List<Version> pending,
      Optional<ConflictsReport> conflicts) {
    if (conflicts.isPresent()) {
      return Result.CONFLICTS;
    }
    if (!known) {
      return Result.NOT_ADOPTED;
    }
    if (missing.isPresent()) {
      return Result.RELEASE_MISSING;
    }
    if (imported.isEmpty()) {
      return Result.NOTHING_IMPORTED;
    }
    return pending.isEmpty() ? Result.UP_TO_DATE : Result.MERGE_PENDING;
  }

  private List<Version> available(List<Version> imported) {
    return committed.config().pinned().stream()
        .filter(v -> imported.stream().allMatch(i -> i.compareTo(v) < 0))
        .toList();
  }
}
