package dev.xenvendor.conflict;

import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.Lazy;
import dev.xenvendor.downstream.PatchedSides;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.TreeEnvironment;
import dev.xenvendor.patch.propose.PatchSearch;
import dev.xenvendor.patch.residue.LocalCopy;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.update.PlannedMerge;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Local's undeclared edits, as the patches that `patches new` would write: each of the most
 * specific kind that reproduces it, named alike wherever it occurs.
 */
final class LocalEdits {

  private final Downstream tree;
  private final PlannedMerge plan;
  private final Lazy<List<LocalPatch>> edits = new Lazy<>(this::declare);

  /** The tree that one patch alone makes of base. */
  private final Map<LocalPatch, HeaderTree> made = new HashMap<>();

  LocalEdits(Downstream tree, PlannedMerge plan) {
    this.tree = tree;
    this.plan = plan;
  }

  private List<LocalPatch> declare() {
    Optional<Version> version = plan.base().release().map(ImportedRelease::version);
    if (version.isEmpty()) {
      return List.of();
    }
    PatchedSides sides = plan.sides();
    return new PatchSearch(
            new LocalCopy(
                version.get(), sides.base().before(), sides.local().before(), sides.moved()),
            Collections.emptySortedMap(),
            TreeEnvironment.ofHeaders(tree.vendor()))
        .declare(tree.patches(), path -> true)
        .patches();
  }

  /** The edits of a file. */
  List<LocalPatch> in(HeaderPath path) {
    return edits.get().stream().filter(edit -> !changes(edit, path).isEmpty()).toList();
  }

  /** The edits that change lines of a hunk of a file. */
  List<LocalPatch> in(Hunk hunk, HeaderPath path) {
    int begin = hunk.base().firstLine() - 1;
    int end = begin + hunk.base().lineCount();
    return edits.get().stream()
        .filter(
            edit ->
                changes(edit, path).stream()
                    .anyMatch(line -> line.beforeBegin() <= end && line.beforeEnd() >= begin))
        .toList();
  }

  private List<LineEdit> changes(LocalPatch edit, HeaderPath path) {
    HeaderTree before = plan.sides().base().tree();
    HeaderTree after = made.computeIfAbsent(edit, this::made);
    if (before.get(path).isEmpty() || after.get(path).isEmpty()) {
      return List.of();
    }
    return LineDiff.between(before.get(path).get().bytes(), after.get(path).get().bytes());
  }

  private HeaderTree made(LocalPatch edit) {
    return new PatchSet(List.of(edit)).applyTo(plan.sides().base().tree(), Map.of()).tree();
  }
}
