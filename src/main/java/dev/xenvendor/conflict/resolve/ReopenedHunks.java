package dev.xenvendor.conflict.resolve;

import dev.xenvendor.conflict.ConflictNumber;
import dev.xenvendor.conflict.MergeConflict;
import dev.xenvendor.conflict.WorkTreeLineEnds;
import dev.xenvendor.diff.NumberedText;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.HunkLocator;
import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.merge.MergedText;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderPath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Restores the markers of resolved hunks in a file. */
final class ReopenedHunks {

  private final ConflictNumber number;
  private final HeaderPath path;
  private final MergedText merged;

  /** The markers of every hunk with the lines between them, as the merge wrote them. */
  private final Map<Hunk, byte[]> markers;

  /**
   * @param merged the text with its hunks
   * @param written the file as the merge left it
   */
  ReopenedHunks(MergeConflict conflict, MergedText merged, byte[] written) {
    this.number = ConflictNumber.of(conflict.number());
    this.path = conflict.path();
    this.merged = merged;
    this.markers = blocks(merged, written);
  }

  private static Map<Hunk, byte[]> blocks(MergedText merged, byte[] file) {
    NumberedText lines = NumberedText.of(file);
    Map<Hunk, byte[]> blocks = new HashMap<>();
    for (Map.Entry<Hunk, MarkerBlock> found : HunkLocator.locate(merged, file).entrySet()) {
      MarkerBlock block = found.getValue();
      blocks.put(found.getKey(), lines.bytes(block.firstLine(), block.endLine()));
    }
    return blocks;
  }

  /**
   * Returns the file with the hunks in conflict again; the other hunks stay as they are.
   *
   * @param file as it is in the work tree
   * @param hunks the numbers of the hunks
   * @throws Problem if one of the hunks is not resolved, or the file was edited elsewhere
   */
  byte[] in(byte[] file, Set<Integer> hunks) {
    Map<Hunk, byte[]> settled = HunkResults.in(file, merged);
    Set<Hunk> open = blocks(merged, WorkTreeLineEnds.toLf(file)).keySet();
    for (int hunk : hunks) {
      requireSettled(hunk, settled, open);
    }
    return merged.settledBy(
        hunk ->
            Optional.ofNullable(hunks.contains(hunk.number()) ? null : settled.get(hunk))
                .or(() -> Optional.ofNullable(markers.get(hunk)))
                .orElseThrow(this::unknown));
  }

  private void requireSettled(int number, Map<Hunk, byte[]> settled, Set<Hunk> open) {
    Hunk hunk =
        merged.hunks().stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(
                () ->
                    Problem.usage("there is no hunk " + number + " in " + path)
                        .hint("to undo the whole file: " + undoFile()));
    if (open.contains(hunk)) {
      throw Problem.usage("hunk " + number + " of " + path + " is not resolved")
          .hint("xenvendor conflicts " + this.number + " shows it");
    }
    if (!settled.containsKey(hunk)) {
      throw unknown();
    }
  }

  private Problem unknown() {
    return Problem.repository(
            path + " was changed outside its hunks, so its hunks cannot be located")
        .hint("to restore the whole file as the merge left it: " + undoFile());
  }

  private String undoFile() {
    return "xenvendor resolve --undo " + number;
  }
}
