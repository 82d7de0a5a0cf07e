package dev.xenvendor.conflict;

import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import java.util.List;
import java.util.Optional;

/**
 * The conflicts that are left, or that a merge would leave.
 *
 * @param release the release to merge; empty if no merge is in progress
 * @param conflicts in the order of their numbers
 * @param settled the conflicts of the merge that are resolved
 * @param predicted whether the merge has not been made
 */
public record ConflictsReport(
    Vendor vendor,
    Optional<Version> release,
    Optional<Version> base,
    List<OpenConflict> conflicts,
    List<MergeConflict> settled,
    boolean predicted) {

  /** The same with some of the conflicts, or with more known of them. */
  public ConflictsReport with(List<OpenConflict> others) {
    return new ConflictsReport(vendor, release, base, others, settled, predicted);
  }

  /** All that is left to decide, in the order of the numbers. */
  public List<OpenDecision> decisions() {
    return conflicts.stream().flatMap(conflict -> conflict.decisions().stream()).toList();
  }

  /** The same by what local changed, in the order to work in. */
  public List<CauseGroup> causes() {
    return CauseGroup.of(decisions());
  }

  /** Returns how many hunks, or whole files, are left to decide. */
  public long left() {
    return decisions().size();
  }
}
