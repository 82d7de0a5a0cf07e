package dev.xenvendor.downstream;

import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;

/**
 * The state of one local patch.
 *
 * @param carriedIn the files that had it before
 * @param introducedIn the files that get it, or lack it
 * @param note what else is to be said of it, e.g. why it does not apply; empty where nothing is
 * @param isRefreshed whether its declaration is rewritten for the release that is merged
 */
public record PatchReport(
    LocalPatch patch,
    PatchState state,
    List<HeaderPath> carriedIn,
    List<HeaderPath> introducedIn,
    String note,
    boolean isRefreshed) {

  /** A patch whose declaration stays as it is. */
  public PatchReport(
      LocalPatch patch,
      PatchState state,
      List<HeaderPath> carriedIn,
      List<HeaderPath> introducedIn,
      String note) {
    this(patch, state, carriedIn, introducedIn, note, false);
  }

  /** Returns how each patch fares in a tree of a release. */
  public static List<PatchReport> all(PatchSet patches, Version release, Residue residue) {
    return patches.patches().stream().map(patch -> of(patch, release, residue)).toList();
  }

  private static PatchReport of(LocalPatch patch, Version release, Residue residue) {
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
          patch, PatchState.ADOPTED, carried, List.of(), "upstream has it; retire the patch");
    }
    if (!local.get().taken().isEmpty()) {
      return new PatchReport(
          patch,
          PatchState.ABSENT,
          List.copyOf(local.get().changed()),
          List.of(),
          "its definitions are still in the vendor's header: the next merge moves them");
    }
    List<HeaderPath> failing = local.get().failing();
    String note = failing.isEmpty() ? "" : local.get().reason();
    PatchState state =
        carried.isEmpty()
            ? PatchState.ABSENT
            : lacking.isEmpty() && failing.isEmpty() ? PatchState.CARRIED : PatchState.PARTLY;
    return new PatchReport(patch, state, carried, lacking, note);
  }

  /** The same where the declaration is rewritten, so that it applies or is at its end. */
  public PatchReport refreshed(LocalPatch now) {
    if (!now.releases().equals(patch.releases())) {
      boolean lost = state == PatchState.DOES_NOT_APPLY;
      String end = "for releases " + now.releases() + " from now on";
      return new PatchReport(
          patch, lost ? PatchState.RETIRED : PatchState.ADOPTED, carriedIn, List.of(), end, true);
    }
    boolean applies = state != PatchState.DOES_NOT_APPLY;
    return new PatchReport(
        patch,
        applies ? state : PatchState.CARRIED,
        carriedIn,
        introducedIn,
        applies ? note : "",
        true);
  }

  /**
   * Returns whether the patch must be corrected. Files that only lack it get it with the next
   * merge.
   */
  public boolean isWrong() {
    return state == PatchState.DOES_NOT_APPLY || (state == PatchState.PARTLY && !note.isEmpty());
  }
}
