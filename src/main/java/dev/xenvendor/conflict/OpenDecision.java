package dev.xenvendor.conflict;

import dev.xenvendor.conflict.Explanation.Suggestion;
import dev.xenvendor.conflict.OpenConflict.OpenHunk;
import dev.xenvendor.merge.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One decision that a person has to make: a hunk, or a file that conflicts as a whole.
 *
 * @param hunk empty for a whole file
 */
public record OpenDecision(OpenConflict conflict, Optional<OpenHunk> hunk) {

  /** As commands take it. */
  public ConflictNumber number() {
    return hunk.map(open -> ConflictNumber.of(conflict.number(), open.hunk().number()))
        .orElseGet(() -> ConflictNumber.of(conflict.number()));
  }

  /** Returns why it conflicts; nothing where that was not computed. */
  public Explanation explanation() {
    return hunk.map(OpenHunk::known).orElseGet(conflict::known).orElse(Explanation.NONE);
  }

  public Cause cause() {
    return Cause.of(conflict, explanation());
  }

  /** Returns what can be taken by a command, the suggestion first. */
  public List<Resolution> choices() {
    List<Resolution> choices = new ArrayList<>();
    boolean isWritten = hunk.isEmpty() || hunk.get().line().isPresent();
    if (!isWritten || conflict.edited()) {
      return choices;
    }
    suggestion().ifPresent(suggestion -> choices.add(Resolution.SUGGESTED));
    choices.addAll(List.of(Resolution.LOCAL, Resolution.VENDOR));
    hunk.ifPresent(open -> choices.add(Resolution.BASE));
    hunk.filter(open -> open.hunk().base().text().length == 0)
        .ifPresent(open -> choices.add(Resolution.BOTH));
    return choices;
  }

  /** Returns whether a person can resolve it by editing the file. */
  public boolean isEditable() {
    return hunk.isPresent() || conflict.edited() || conflict.kind() == Conflict.Kind.BROKEN_RESULT;
  }

  public Optional<Suggestion> suggestion() {
    return explanation().suggestion();
  }
}
