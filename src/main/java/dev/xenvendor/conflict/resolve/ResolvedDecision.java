package dev.xenvendor.conflict.resolve;

import dev.xenvendor.conflict.ConflictNumber;
import dev.xenvendor.conflict.MergeConflict;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.resolution.ResolutionOrigin;
import dev.xenvendor.resolution.ResolvedTexts;
import java.util.Optional;

/**
 * One resolved hunk, or one resolved file that conflicted as a whole.
 *
 * @param hunk empty for a whole file
 * @param texts the sides and the result
 * @param before the recorded resolution with the same texts; empty if there is none, or if it was
 *     not looked up
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
