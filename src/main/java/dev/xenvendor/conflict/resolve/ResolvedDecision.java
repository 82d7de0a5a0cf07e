package dev.xenvendor.conflict.resolve;

import dev.xenvendor.conflict.ConflictNumber;
import dev.xenvendor.conflict.MergeConflict;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.resolution.ResolutionOrigin;
import dev.xenvendor.resolution.ResolvedTexts;
import java.util.Optional;

/**
 * One thing that is decided in a merge: a hunk, or a file that conflicted as a whole.
 *
 * @param hunk empty where it is the file
 * @param texts the sides, and what was made of them
 * @param before when the same conflict was settled in the same way before; empty if it never was,
 *     or if that was not looked up
 */
public record ResolvedDecision(
    MergeConflict conflict,
    Optional<Hunk> hunk,
    ResolvedTexts texts,
    Optional<ResolutionOrigin> before) {

  /** As commands take it. */
  public ConflictNumber number() {
    return hunk.map(settled -> ConflictNumber.of(conflict.number(), settled.number()))
        .orElseGet(() -> ConflictNumber.of(conflict.number()));
  }

  ResolvedDecision with(Optional<ResolutionOrigin> occasion) {
    return new ResolvedDecision(conflict, hunk, texts, occasion);
  }
}
