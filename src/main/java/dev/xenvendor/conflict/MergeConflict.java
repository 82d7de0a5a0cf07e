package dev.xenvendor.conflict;

import dev.xenvendor.downstream.InapplicablePatch;
import dev.xenvendor.downstream.MergeState.NotedConflict;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.Side;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A conflict that a merge has found, resolved or not. Paths are seen from the root of the
 * repository.
 *
 * @param number counted from 1; it never changes during the merge
 * @param noted what the merge found, with every path that git listed as unmerged for it
 * @param unmerged those of the paths that git still lists so
 * @param sides what the sides hold, path by path, as far as the index knows them
 */
public record MergeConflict(
    int number,
    NotedConflict noted,
    List<HeaderPath> unmerged,
    Map<HeaderPath, Map<Side, HeaderFile>> sides) {

  public Conflict.Kind kind() {
    return noted.kind();
  }

  /** Returns where the person finds it. */
  public HeaderPath path() {
    return noted.path();
  }

  /** The patch that no longer applies, where that is the conflict. */
  public Optional<InapplicablePatch> lost() {
    return noted.lost();
  }

  public boolean isOpen() {
    return !unmerged.isEmpty();
  }

  /**
   * Returns whether a user means it by a path, as seen from the root or from the headers' folder.
   */
  public boolean isAt(HeaderPath path, HeaderPath prefix) {
    return noted.paths().contains(path) || noted.paths().contains(prefix.resolve(path));
  }

  /** Returns what a side holds at the path where the person finds it. */
  public Optional<HeaderFile> file(Side side) {
    return Optional.ofNullable(sidesHere().get(side));
  }

  /** Returns what the sides hold at the path where the person finds it. */
  public Map<Side, HeaderFile> sidesHere() {
    return sides.getOrDefault(path(), Map.of());
  }
}
