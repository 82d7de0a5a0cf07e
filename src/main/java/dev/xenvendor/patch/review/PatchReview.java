package dev.xenvendor.patch.review;

import dev.xenvendor.downstream.BaseFinder;
import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.downstream.MergeRecord;
import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.downstream.PatchState;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.Residue;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.VendorReleases;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at how trunk's headers carry the local patches, and at what no patch declares. */
public final class PatchReview {

  private final Vendor vendor;
  private final PatchSet patches;
  private final VendorReleases branch;
  private final TrunkView trunk;

  public PatchReview(Vendor vendor, PatchSet patches, VendorReleases branch, TrunkView trunk) {
    this.vendor = vendor;
    this.patches = patches;
    this.branch = branch;
    this.trunk = trunk;
  }

  public PatchesReport run() {
    BaseFinder finder = new BaseFinder(vendor, branch, trunk);
    MergeBase base = finder.find();
    ImportedRelease release =
        base.release()
            .orElseThrow(
                () ->
                    Problem.repository("trunk has no headers of " + vendor.title() + " yet")
                        .hint("xenvendor merge brings in what is imported"));
    Map<HeaderPath, HeaderPath> moved = finder.record().map(MergeRecord::moved).orElse(Map.of());
    Residue residue =
        Residue.of(patches, release.version(), base.headers(), trunk.tree(vendor.prefix()), moved);
    return new PatchesReport(
        vendor, release.version(), moved, states(patches, release.version(), residue), residue);
  }

  /** How each patch fares in a tree of a release. */
  public static List<PatchReport> states(PatchSet patches, Version release, Residue residue) {
    return patches.patches().stream().map(patch -> state(patch, release, residue)).toList();
  }

  private static PatchReport state(LocalPatch patch, Version release, Residue residue) {
    Optional<PatchResult> published = residue.release().result(patch.id());
    Optional<PatchResult> local = residue.local().result(patch.id());
    if (published.isEmpty() || local.isEmpty()) {
      return new PatchReport(
          patch,
          patch.releases().endsBefore(release) ? PatchState.RETIRED : PatchState.ABSENT,
          List.of(),
          List.of(),
          "for releases " + patch.releases());
    }
    List<HeaderPath> carried = local.get().carrying();
    List<HeaderPath> lacking = local.get().changed();
    if (!published.get().applies()) {
      return new PatchReport(
          patch, PatchState.DOES_NOT_APPLY, carried, lacking, published.get().reason());
    }
    if (published.get().isUpstreams() && !patch.change().isHabit()) {
      return new PatchReport(
          patch, PatchState.ADOPTED, carried, List.of(), "upstream has it; it can be retired");
    }
    if (!local.get().taken().isEmpty()) {
      return new PatchReport(
          patch,
          PatchState.ABSENT,
          List.copyOf(local.get().changed()),
          List.of(),
          "its definitions still stand in the vendor's header: the next merge moves them");
    }
    List<HeaderPath> failing = local.get().failing();
    String note = failing.isEmpty() ? "" : local.get().reason();
    PatchState state =
        carried.isEmpty()
            ? PatchState.ABSENT
            : lacking.isEmpty() && failing.isEmpty() ? PatchState.CARRIED : PatchState.PARTLY;
    return new PatchReport(patch, state, carried, lacking, note);
  }
}
