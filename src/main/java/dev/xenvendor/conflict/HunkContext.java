package dev.xenvendor.conflict;

import dev.xenvendor.c.token.EnclosingConstruct;
import dev.xenvendor.c.token.HeaderStructure;
import dev.xenvendor.merge.Chunk;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Chunk.Settled;
import dev.xenvendor.merge.Side;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.Lines;
import java.util.List;
import java.util.Optional;

/**
 * The place of a hunk in its header.
 *
 * @param construct the enclosing construct, as in {@code struct a}
 * @param above the merged lines that end where it begins, from another hunk or the top
 * @param below the merged lines that begin where it ends
 */
public record HunkContext(Optional<String> construct, List<byte[]> above, List<byte[]> below) {

  /**
   * Looks at the text around a hunk.
   *
   * @param lines how many lines above and below are wanted at most
   */
  public static HunkContext of(OpenConflict conflict, Hunk hunk, int lines) {
    List<Chunk> chunks = conflict.merged().chunks();
    int at = chunks.indexOf(hunk);
    List<byte[]> above = at > 0 ? linesOf(chunks.get(at - 1)) : List.of();
    List<byte[]> below =
        at >= 0 && at + 1 < chunks.size() ? linesOf(chunks.get(at + 1)) : List.of();
    return new HunkContext(
        construct(conflict, hunk),
        above.subList(Math.max(0, above.size() - lines), above.size()),
        below.subList(0, Math.min(lines, below.size())));
  }

  private static List<byte[]> linesOf(Chunk chunk) {
    return chunk instanceof Settled settled ? Lines.split(settled.text()) : List.of();
  }

  /** The construct around the hunk as local has it, else as upstream does. */
  private static Optional<String> construct(OpenConflict conflict, Hunk hunk) {
    if (!HeaderStructure.isC(conflict.path())) {
      return Optional.empty();
    }
    return construct(conflict.file(Side.LOCAL), hunk.local().firstLine())
        .or(() -> construct(conflict.file(Side.VENDOR), hunk.vendor().firstLine()));
  }

  private static Optional<String> construct(Optional<HeaderFile> file, int line) {
    return file.flatMap(header -> EnclosingConstruct.at(header.bytes(), line));
  }
}
