package dev.xenvendor.downstream;

import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;

/**
 * How one local patch fares.
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
   * Whether somebody must put the patch right. Files that only lack it get it with the next merge.
   */
  public boolean isWrong() {
    return state == PatchState.DOES_NOT_APPLY || (state == PatchState.PARTLY && !note.isEmpty());
  }
}
