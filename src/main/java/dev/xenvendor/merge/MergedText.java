package dev.xenvendor.merge;

import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Chunk.Settled;
import dev.xenvendor.tree.Lines;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Function;

/** The line-by-line merge of three texts: resolved ranges and the hunks between them, in order. */
public record MergedText(List<Chunk> chunks) {

  public MergedText {
    chunks = List.copyOf(chunks);
  }

  public boolean isClean() {
    return chunks.stream().noneMatch(Hunk.class::isInstance);
  }

  public List<Hunk> hunks() {
    return chunks.stream().filter(Hunk.class::isInstance).map(Hunk.class::cast).toList();
  }

  /** The text with every hunk resolved by the given choice. */
  public byte[] settledBy(Function<Hunk, byte[]> choice) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Chunk chunk : chunks) {
      if (chunk instanceof Hunk hunk) {
        out.writeBytes(choice.apply(hunk));
      } else if (chunk instanceof Settled settled) {
        out.writeBytes(settled.text());
      }
    }
    return out.toByteArray();
  }

  /** The text as it goes into the work tree: hunks between diff3 markers with the given labels. */
  byte[] withMarkers(Labels labels, int width) {
    Markers markers = new Markers(labels, usesCrLf() ? "\r\n" : "\n", width);
    return settledBy(markers::around);
  }

  private boolean usesCrLf() {
    return Lines.usesCrLf(settledBy(hunk -> hunk.local().text()))
        && Lines.usesCrLf(settledBy(hunk -> hunk.vendor().text()));
  }
}
