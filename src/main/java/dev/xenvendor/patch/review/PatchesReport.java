package dev.xenvendor.patch.review;

import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.downstream.PatchState;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Map;

/**
 * The states of the local patches in trunk.
 *
 * @param release what trunk's headers come from
 * @param moved where upstream moved files that patches name
 * @param residue what no patch declares
 */
public record PatchesReport(
    Vendor vendor,
    Version release,
    Map<HeaderPath, HeaderPath> moved,
    List<PatchReport> patches,
    Residue residue) {

  /** Examines trunk. Refuses one without headers, or of an unknown release. */
  public static PatchesReport of(Downstream tree) {
    Vendor vendor = tree.vendor();
    ImportedRelease release =
        tree.requiredBase()
            .release()
            .orElseThrow(
                () ->
                    Problem.repository("trunk has no headers of " + vendor.title() + " yet")
                        .hint(
                            tree.branch().releases().isEmpty()
                                ? "xenvendor update VERSION --from SOURCE imports a release and"
                                    + " merges it"
                                : "xenvendor merge merges the imported release"));
    return new PatchesReport(
        vendor, release.version(), tree.moved(), tree.states(), tree.residue().orElseThrow());
  }

  /** Returns how one patch fares. */
  public PatchReport find(String id) {
    return patches.stream()
        .filter(p -> p.patch().id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> PatchExport.unknown(id, patches.stream().map(PatchReport::patch).toList()));
  }

  /** The patches that do not fit the release, and those that it makes needless. */
  public List<PatchReport> stale() {
    return patches.stream()
        .filter(
            patch ->
                patch.state() == PatchState.DOES_NOT_APPLY || patch.state() == PatchState.ADOPTED)
        .toList();
  }

  /** Returns whether trunk is the release and its patches, and nothing else. */
  public boolean isClean() {
    return residue.isNone()
        && patches.stream().noneMatch(patch -> patch.isWrong() || !patch.introducedIn().isEmpty());
  }
}
