package dev.xenvendor.status;

import dev.xenvendor.conflict.Conflicts;
import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.downstream.BaseFinder;
import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.downstream.MergeBase.Origin;
import dev.xenvendor.downstream.MergeInProgress;
import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.review.PatchReview;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.SkippedReleases;
import dev.xenvendor.release.TagFault;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.VendorReleases;
import dev.xenvendor.status.StatusReport.Result;
import java.util.List;
import java.util.Optional;

/** Tells where a tree stands and what there is to do. */
public final class Status {

  private final VendorConfig config;
  private final Vendor vendor;
  private final PatchSet patches;
  private final VendorReleases branch;
  private final Trunk trunk;
  private final TrunkView present;

  /**
   * Looks at a tree.
   *
   * @param present the headers as they are now
   */
  public Status(
      VendorConfig config,
      PatchSet patches,
      VendorReleases branch,
      Trunk trunk,
      TrunkView present) {
    this.config = config;
    this.vendor = config.vendor();
    this.patches = patches;
    this.present = present;
    this.branch = branch;
    this.trunk = trunk;
  }

  public StatusReport run() {
    List<ImportedRelease> imported = branch.releases();
    BaseFinder finder = new BaseFinder(vendor, branch, trunk);
    boolean known = finder.isKnown();
    Optional<Version> missing = finder.missing();
    Optional<MergeBase> base =
        known && missing.isEmpty() ? Optional.of(finder.find()) : Optional.empty();
    Optional<Version> merged =
        base.flatMap(MergeBase::release).map(ImportedRelease::version).or(() -> missing);
    List<Version> versions = imported.stream().map(ImportedRelease::version).toList();
    List<Version> pending =
        versions.stream().filter(v -> merged.map(m -> v.compareTo(m) > 0).orElse(true)).toList();
    Optional<ConflictsReport> conflicts =
        new MergeInProgress(vendor, branch, trunk)
            .find()
            .map(merge -> new Conflicts(vendor, branch, trunk).left());
    return new StatusReport(
        result(known, missing, imported, pending, conflicts),
        vendor,
        trunk.branch(),
        imported,
        merged,
        base.filter(b -> b.origin() == Origin.ANCESTRY).isPresent(),
        pending,
        SkippedReleases.of(config.pinned(), versions),
        available(versions),
        TagFault.of(branch, vendor),
        conflicts,
        base.flatMap(MergeBase::release).isPresent() && conflicts.isEmpty() ? stale() : List.of());
  }

  private List<PatchReport> stale() {
    return patches.isEmpty()
        ? List.of()
        : new PatchReview(vendor, patches, branch, present).run().stale();
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
    return config.pinned().stream()
        .filter(v -> imported.stream().allMatch(i -> i.compareTo(v) < 0))
        .toList();
  }
}
