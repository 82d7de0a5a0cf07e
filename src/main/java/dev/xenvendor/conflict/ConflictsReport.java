package dev.xenvendor.conflict;

import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import java.util.List;
import java.util.Optional;

/**
 * The conflicts that are left, or that a merge would leave.
 *
 * @param release the release to merge; empty if no merge is in progress
 * @param predicted whether the merge has not been made
 */
public record ConflictsReport(
    Vendor vendor,
    Optional<Version> release,
    Optional<Version> base,
    List<OpenConflict> conflicts,
    boolean predicted) {

  ConflictsReport with(List<OpenConflict> others) {
    return new ConflictsReport(vendor, release, base, others, predicted);
  }

  /** The conflict of a number, counting hunks, and files that conflict as a whole, from 1. */
  public Optional<OpenConflict> numbered(int number) {
    int first = 1;
    for (OpenConflict conflict : conflicts) {
      int behind = first + conflict.left();
      if (number >= first && number < behind) {
        return Optional.of(conflict);
      }
      first = behind;
    }
    return Optional.empty();
  }

  /** How many hunks, or whole files, are left to decide. */
  public long left() {
    return conflicts.stream().mapToLong(OpenConflict::left).sum();
  }
}
