package dev.xenvendor.conflict.resolve;

import dev.xenvendor.conflict.ConflictFilter;
import dev.xenvendor.conflict.ConflictFilter.Target;
import dev.xenvendor.conflict.ConflictNumber;
import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.conflict.OpenDecision;
import dev.xenvendor.conflict.Resolution;
import java.util.List;
import java.util.Optional;

/**
 * An interactive walk through the decisions of a merge. Each decision takes effect at once, so an
 * interrupted session loses nothing.
 */
public final class ResolveSession {

  private final Resolve resolve;
  private final UndoResolve undo;
  private final List<ConflictNumber> numbers;
  private int at;

  /**
   * Begins before the first decision.
   *
   * @param filter which decisions
   */
  public ResolveSession(Resolve resolve, UndoResolve undo, ConflictFilter filter) {
    this.resolve = resolve;
    this.undo = undo;
    this.numbers =
        filter.in(resolve.explained()).causes().stream()
            .flatMap(group -> group.decisions().stream())
            .map(OpenDecision::number)
            .toList();
  }

  /** Returns how many decisions there were at the beginning. */
  public int size() {
    return numbers.size();
  }

  /** The position of the decision that is due, from 1. */
  public int position() {
    return at + 1;
  }

  /** Returns the decision that is due, as it is now; empty at the end. */
  public Optional<OpenDecision> due() {
    List<OpenDecision> open = resolve.explained().decisions();
    for (; at < numbers.size(); at++) {
      ConflictNumber number = numbers.get(at);
      Optional<OpenDecision> due = open.stream().filter(d -> d.number().equals(number)).findFirst();
      if (due.isPresent()) {
        return due;
      }
    }
    return Optional.empty();
  }

  /** Resolves the decision that is due. */
  public Resolve.Report take(Resolution resolution) {
    Resolve.Report report =
        resolve.run(
            new Resolve.Request(
                ConflictFilter.of(numbers.get(at)), Optional.empty(), resolution, false));
    at++;
    return report;
  }

  /** Resolves the file of a decision as it was edited, unless markers are left in it. */
  public void takeEdited(OpenDecision due) {
    resolve.settleEdited(due.conflict());
  }

  public void skip() {
    at++;
  }

  /**
   * Goes back to the decision before, and brings it back where it was resolved.
   *
   * @return false at the first one
   */
  public boolean back() {
    if (at == 0) {
      return false;
    }
    ConflictNumber before = numbers.get(at - 1);
    boolean isOpen = left().decisions().stream().anyMatch(d -> d.number().equals(before));
    if (!isOpen) {
      undo.run(List.of(new Target.Numbered(before)));
    }
    at--;
    return true;
  }

  /** Returns what is left of the whole merge. */
  public ConflictsReport left() {
    return resolve.left();
  }
}
