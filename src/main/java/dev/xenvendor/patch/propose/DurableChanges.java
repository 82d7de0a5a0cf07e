package dev.xenvendor.patch.propose;

import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.TextPatch;
import dev.xenvendor.patch.propose.DurabilityMeasure.Edit;
import dev.xenvendor.tree.HeaderPath;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Prefers, among the changes that do the same to a header, the one that holds longest. */
final class DurableChanges {

  private final DurabilityMeasure measure;
  private final Map<Change, Durability> measured = new HashMap<>();

  DurableChanges(DurabilityMeasure measure) {
    this.measure = measure;
  }

  /**
   * Groups proposals by what they do to the header, and adds the diff that does it. In each group
   * the most durable comes first; of equals, the one that was proposed first.
   */
  List<List<Change>> alternatives(PatchDraft draft, HeaderPath header, List<Change> proposals) {
    if (!measure.hasReleases()) {
      return proposals.stream().map(List::of).toList();
    }
    Map<ByteBuffer, List<Change>> byOutcome = new LinkedHashMap<>();
    Map<ByteBuffer, Edit> edits = new HashMap<>();
    for (Change change : proposals) {
      Edit edit = draft.edit(change, header);
      if (!edit.isNone()) {
        ByteBuffer outcome = ByteBuffer.wrap(edit.after());
        byOutcome.computeIfAbsent(outcome, o -> new ArrayList<>()).add(change);
        edits.put(outcome, edit);
      }
    }
    List<List<Change>> groups = new ArrayList<>();
    byOutcome.forEach(
        (outcome, same) ->
            groups.add(sorted(draft, header, Objects.requireNonNull(edits.get(outcome)), same)));
    return groups;
  }

  private List<Change> sorted(
      PatchDraft draft, HeaderPath header, Edit edit, List<Change> proposals) {
    List<Change> same = new ArrayList<>(proposals);
    if (same.stream().allMatch(change -> change.asDiff().isEmpty())) {
      String diff = DiffText.between(edit.before(), edit.after());
      if (!diff.isEmpty()) {
        same.add(new TextPatch(FileSelection.of(header), Optional.empty(), diff));
      }
    }
    PatchSet others = draft.patches();
    Optional<byte[]> ident = draft.ident(header);
    for (Change change : same) {
      measure.of(change, header, edit, others, ident).ifPresent(d -> measured.put(change, d));
    }
    same.sort(Comparator.comparingInt((Change change) -> held(change)).reversed());
    return same;
  }

  private int held(Change change) {
    return durability(change).map(Durability::held).orElse(0);
  }

  /** Returns how durable a change is, if it was among alternatives. */
  Optional<Durability> durability(Change change) {
    return Optional.ofNullable(measured.get(change));
  }
}
