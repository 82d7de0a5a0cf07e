package dev.xenvendor.trunk;

import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.patch.LocalPatch;
import java.util.List;

/**
 * How one local patch fares.
 *
 * @param carriedIn the files that had it before
 * @param introducedIn the files that get it, or lack it
 * @param note what else is to be said of it, e.g. why it does not apply; empty where nothing is
 */
public record PatchReport(
    LocalPatch patch,
    PatchState state,
    List<HeaderPath> carriedIn,
    List<HeaderPath> introducedIn,
    String note) {

  /**
   * Whether somebody must put the patch right. Files that only lack it get it with the next merge.
   */
  public boolean isWrong() {
    return state == PatchState.DOES_NOT_APPLY || (state == PatchState.PARTLY && !note.isEmpty());
  }
}
