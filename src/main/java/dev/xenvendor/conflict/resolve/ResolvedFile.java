package dev.xenvendor.conflict.resolve;

import dev.xenvendor.conflict.MergeConflict;
import dev.xenvendor.merge.Breakage;
import java.util.List;
import java.util.Optional;

/**
 * The resolution of one conflict, made or planned.
 *
 * @param hunks the numbers of the hunks that were resolved; none where the file was taken as a
 *     whole
 * @param hunksLeft how many hunks of the file are still to be decided
 * @param before the file in the work tree
 * @param after the same with what was taken; empty where that deletes it
 * @param broken what is not well formed in the file now, though it is on every side
 */
public record ResolvedFile(
    MergeConflict conflict,
    List<Integer> hunks,
    int hunksLeft,
    Optional<byte[]> before,
    Optional<byte[]> after,
    List<Breakage> broken) {

  public boolean isSettled() {
    return hunksLeft == 0;
  }

  ResolvedFile with(List<Breakage> breakages) {
    return new ResolvedFile(conflict, hunks, hunksLeft, before, after, breakages);
  }
}
