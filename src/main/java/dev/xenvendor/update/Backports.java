package dev.xenvendor.update;

import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.merge.MergedText;
import dev.xenvendor.merge.Side;
import dev.xenvendor.merge.TextMerger;
import dev.xenvendor.tree.Lines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines that local added and that the release brings word for word, in whatever place. */
final class Backports {

  private static final byte[] NOTHING = {};

  private final TextMerger merger;

  Backports() {
    this.merger = TextMerger.settling();
  }

  /** The merge without them; empty where there are none, or where that conflicts. */
  Optional<byte[]> without(Map<Side, byte[]> sides) {
    byte[] base = sides.getOrDefault(Side.BASE, NOTHING);
    byte[] local = sides.getOrDefault(Side.LOCAL, NOTHING);
    byte[] vendor = sides.getOrDefault(Side.VENDOR, NOTHING);
    byte[] own = withoutBlocks(base, local, Lines.text(vendor));
    if (own.length == local.length) {
      return Optional.empty();
    }
    MergedText merged = merger.merge(base, own, vendor);
    return merged.isClean() ? Optional.of(merged.settledBy(hunk -> NOTHING)) : Optional.empty();
  }

  /** Local's text without the blocks that it added and that the release has, too, but base not. */
  private byte[] withoutBlocks(byte[] base, byte[] local, List<String> vendor) {
    List<String> baseLines = Lines.text(base);
    List<String> lines = Lines.text(local);
    List<String> own = new ArrayList<>();
    int done = 0;
    for (LineEdit edit : LineDiff.between(base, local)) {
      List<String> block =
          Lines.withoutBlankEnds(lines.subList(edit.afterBegin(), edit.afterEnd()));
      boolean upstreams =
          edit.removed() == 0
              && !block.isEmpty()
              && Collections.indexOfSubList(vendor, block) >= 0
              && Collections.indexOfSubList(baseLines, block) < 0;
      own.addAll(lines.subList(done, upstreams ? edit.afterBegin() : edit.afterEnd()));
      done = edit.afterEnd();
    }
    own.addAll(lines.subList(done, lines.size()));
    return Lines.bytes(own);
  }
}
