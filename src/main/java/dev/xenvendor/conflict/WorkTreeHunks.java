package dev.xenvendor.conflict;

import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.HunkLocator;
import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.merge.MergedText;
import dev.xenvendor.tree.Lines;
import java.util.Map;
import java.util.Optional;

/** The hunks of a conflict in the work tree's file, which the user may have edited. */
public final class WorkTreeHunks {

  private final byte[] file;
  private final byte[] text;
  private final boolean otherLineEnds;
  private final Map<Hunk, MarkerBlock> blocks;

  private WorkTreeHunks(
      byte[] file, byte[] text, boolean otherLineEnds, Map<Hunk, MarkerBlock> blocks) {
    this.file = file;
    this.text = text;
    this.otherLineEnds = otherLineEnds;
    this.blocks = blocks;
  }

  public static WorkTreeHunks in(byte[] file, MergedText merged) {
    Map<Hunk, MarkerBlock> asWritten = HunkLocator.locate(merged, file);
    if (!asWritten.isEmpty() || !Lines.usesCrLf(file)) {
      return new WorkTreeHunks(file, file, false, asWritten);
    }
    // Git's attributes may give the work tree other line endings than the repository has.
    byte[] text = WorkTreeLineEnds.toLf(file);
    return new WorkTreeHunks(file, text, true, HunkLocator.locate(merged, text));
  }

  /** The line of the hunk's first marker, counted from 1; empty if it is no longer there. */
  public Optional<Integer> lineOf(Hunk hunk) {
    return Optional.ofNullable(blocks.get(hunk)).map(block -> block.firstLine() + 1);
  }

  /** The file with other lines in the place of the hunk. */
  public Optional<byte[]> taking(Hunk hunk, byte[] lines) {
    return Optional.ofNullable(blocks.get(hunk))
        .map(block -> block.replaceIn(text, lines))
        .map(replaced -> otherLineEnds ? WorkTreeLineEnds.like(file, replaced) : replaced);
  }
}
