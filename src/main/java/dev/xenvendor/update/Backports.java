package dev.xenvendor.update;

import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.merge.MergedText;
import dev.xenvendor.merge.Side;
import dev.xenvendor.merge.TextMerger;
import dev.xenvendor.tree.Lines;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
    byte[] own = withoutBlocks(base, local, lines(vendor));
    if (own.length == local.length) {
      return Optional.empty();
    }
    MergedText merged = merger.merge(base, own, vendor);
    return merged.isClean() ? Optional.of(merged.settledBy(hunk -> NOTHING)) : Optional.empty();
  }

  /** Local's text without the blocks that it added and that the release has, too, but base not. */
  private byte[] withoutBlocks(byte[] base, byte[] local, List<String> vendor) {
    List<String> baseLines = lines(base);
    List<String> lines = lines(local);
    ByteArrayOutputStream own = new ByteArrayOutputStream();
    int done = 0;
    for (LineEdit edit : LineDiff.between(base, local)) {
      List<String> block = stripped(lines.subList(edit.afterBegin(), edit.afterEnd()));
      boolean upstreams =
          edit.removed() == 0
              && !block.isEmpty()
              && Collections.indexOfSubList(vendor, block) >= 0
              && Collections.indexOfSubList(baseLines, block) < 0;
      write(own, lines.subList(done, upstreams ? edit.afterBegin() : edit.afterEnd()));
      done = edit.afterEnd();
    }
    write(own, lines.subList(done, lines.size()));
    return own.toByteArray();
  }

  /** The lines without the blank ones at either end. */
  private static List<String> stripped(List<String> lines) {
    int begin = 0;
    int end = lines.size();
    while (begin < end && lines.get(begin).isBlank()) {
      begin++;
    }
    while (begin < end && lines.get(end - 1).isBlank()) {
      end--;
    }
    return lines.subList(begin, end);
  }

  private static List<String> lines(byte[] text) {
    List<String> lines = new ArrayList<>();
    Lines.split(text).forEach(line -> lines.add(new String(line, StandardCharsets.ISO_8859_1)));
    return lines;
  }

  private static void write(ByteArrayOutputStream out, List<String> lines) {
    lines.forEach(line -> out.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
