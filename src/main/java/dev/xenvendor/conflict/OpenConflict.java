package dev.xenvendor.conflict;

import dev.xenvendor.downstream.InapplicablePatch;
import dev.xenvendor.merge.Breakage;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.Side;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A conflict that is not settled yet. Paths are seen from the root of the repository.
 *
 * @param path where the person finds it
 * @param paths every path git lists as unmerged for it
 * @param sides what the sides hold, path by path
 * @param hunks what is left to decide in a text; none where the file as a whole is what clashes
 * @param edited whether the text holds no markers any more, so that only git must be told
 * @param lost the patch that no longer applies, where that is the conflict
 * @param breakages what is not well formed in the file as it stands, though it is on every side
 */
public record OpenConflict(
    Conflict.Kind kind,
    HeaderPath path,
    List<HeaderPath> paths,
    Map<HeaderPath, Map<Side, HeaderFile>> sides,
    List<OpenHunk> hunks,
    boolean edited,
    Optional<InapplicablePatch> lost,
    List<Breakage> breakages) {

  /**
   * A hunk of a text conflict.
   *
   * @param line the line in the work tree's file, counted from 1; empty where the markers there are
   *     not the ones that this program writes
   * @param explanation the reasons for it; empty if they were not computed
   */
  public record OpenHunk(Hunk hunk, Optional<Integer> line, Optional<Explanation> explanation) {

    /** The text that was worked out for it. */
    public Optional<Explanation.Suggestion> suggestion() {
      return explanation.flatMap(Explanation::suggestion);
    }

    OpenHunk with(Explanation other) {
      return new OpenHunk(hunk, line, Optional.of(other));
    }
  }

  OpenConflict withHunks(List<OpenHunk> others) {
    return new OpenConflict(kind, path, paths, sides, others, edited, lost, breakages);
  }

  /** The path at which a side holds the file; empty where it has none. */
  public Optional<HeaderPath> pathOn(Side side) {
    return paths.stream()
        .filter(p -> sides.getOrDefault(p, Map.of()).containsKey(side))
        .findFirst();
  }

  public Optional<HeaderFile> file(Side side) {
    return paths.stream()
        .map(p -> sides.getOrDefault(p, Map.of()).get(side))
        .flatMap(Stream::ofNullable)
        .findFirst();
  }

  /** How many hunks, or files as a whole, there are to decide. */
  public int left() {
    return Math.max(1, hunks.size());
  }
}
