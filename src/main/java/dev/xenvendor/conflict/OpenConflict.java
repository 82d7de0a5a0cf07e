package dev.xenvendor.conflict;

import dev.xenvendor.downstream.InapplicablePatch;
import dev.xenvendor.merge.Breakage;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.MergedText;
import dev.xenvendor.merge.Side;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A conflict with open decisions.
 *
 * @param merged the merged text with all its hunks, as the merge wrote it; without chunks if the
 *     file conflicts as a whole
 * @param hunks the open hunks of the text
 * @param edited whether the file has no markers left, so that only {@code git add} is missing
 * @param breakages the faults of the file in its current state, if it is well formed on every side
 * @param known the explanation of the whole file; empty if it was not computed
 */
public record OpenConflict(
    MergeConflict conflict,
    MergedText merged,
    List<OpenHunk> hunks,
    boolean edited,
    List<Breakage> breakages,
    Optional<Explanation> known) {

  /**
   * A hunk of a text conflict.
   *
   * @param line the line in the work tree's file, counted from 1; empty where the markers there are
   *     not the ones that this program writes
   * @param known the reasons for it; empty if they were not computed
   */
  public record OpenHunk(Hunk hunk, Optional<Integer> line, Optional<Explanation> known) {

    OpenHunk with(Explanation explanation) {
      return new OpenHunk(hunk, line, Optional.of(explanation));
    }
  }

  OpenConflict withHunks(List<OpenHunk> others) {
    return new OpenConflict(conflict, merged, others, edited, breakages, known);
  }

  OpenConflict with(Explanation explanation) {
    return new OpenConflict(conflict, merged, hunks, edited, breakages, Optional.of(explanation));
  }

  public int number() {
    return conflict.number();
  }

  public Conflict.Kind kind() {
    return conflict.kind();
  }

  /** Returns where the person finds it. */
  public HeaderPath path() {
    return conflict.path();
  }

  /** Every path git lists as unmerged for it. */
  public List<HeaderPath> paths() {
    return conflict.unmerged();
  }

  /** The patch that no longer applies, where that is the conflict. */
  public Optional<InapplicablePatch> lost() {
    return conflict.lost();
  }

  /** Returns what a side holds at a path. */
  public Optional<HeaderFile> file(HeaderPath path, Side side) {
    return Optional.ofNullable(conflict.sides().getOrDefault(path, Map.of()).get(side));
  }

  /** The path at which a side holds the file; empty where it has none. */
  public Optional<HeaderPath> pathOn(Side side) {
    return paths().stream().filter(path -> file(path, side).isPresent()).findFirst();
  }

  public Optional<HeaderFile> file(Side side) {
    return paths().stream().map(path -> file(path, side)).flatMap(Optional::stream).findFirst();
  }

  /** Returns what there is to decide: its hunks, or the file as a whole. */
  public List<OpenDecision> decisions() {
    if (hunks.isEmpty()) {
      return List.of(new OpenDecision(this, Optional.empty()));
    }
    List<OpenDecision> decisions = new ArrayList<>();
    hunks.forEach(hunk -> decisions.add(new OpenDecision(this, Optional.of(hunk))));
    return decisions;
  }

  /** Returns what is known of the conflict and of its hunks. */
  public Stream<Explanation> explanations() {
    return Stream.concat(known.stream(), hunks.stream().flatMap(hunk -> hunk.known().stream()));
  }
}
