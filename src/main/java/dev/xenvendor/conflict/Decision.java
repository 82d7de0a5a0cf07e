package dev.xenvendor.conflict;

import dev.xenvendor.conflict.Explanation.Suggestion;
import dev.xenvendor.conflict.OpenConflict.OpenHunk;
import java.util.Optional;

/**
 * One thing that a person decides: a hunk, or a file that conflicts as a whole.
 *
 * @param hunk empty where it is the file
 */
public record Decision(OpenConflict conflict, Optional<OpenHunk> hunk) {

  /** As commands take it. */
  public ConflictNumber number() {
    return hunk.map(open -> ConflictNumber.of(conflict.number(), open.hunk().number()))
        .orElseGet(() -> ConflictNumber.of(conflict.number()));
  }

  /** Why it conflicts; nothing where that was not computed. */
  public Explanation explanation() {
    return hunk.map(OpenHunk::known).orElseGet(conflict::known).orElse(Explanation.NONE);
  }

  public Cause cause() {
    return Cause.of(conflict, explanation());
  }

  public Optional<Suggestion> suggestion() {
    return explanation().suggestion();
  }
}
