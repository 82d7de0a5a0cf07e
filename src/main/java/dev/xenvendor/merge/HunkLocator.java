package dev.xenvendor.merge;

import dev.xenvendor.diff.NumberedText;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Chunk.Settled;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the hunks of a merge in the file with its markers, after some of them may have been
 * resolved. Hunks with the same lines are distinguished by the lines above them.
 */
public final class HunkLocator {

  private HunkLocator() {}

  /** The hunks that are still in the file as written, with their marker blocks. */
  public static Map<Hunk, MarkerBlock> locate(MergedText merged, byte[] file) {
    NumberedText lines = NumberedText.of(file);
    Map<Hunk, MarkerBlock> found = new LinkedHashMap<>();
    for (MarkerBlock block : MarkerBlock.find(file)) {
      List<Hunk> alike =
          merged.hunks().stream()
              .filter(hunk -> !found.containsKey(hunk) && block.isOf(hunk))
              .toList();
      byte[] before = lines.bytes(0, block.firstLine());
      alike.stream()
          .filter(hunk -> endsIn(before, precedingText(merged, hunk)))
          .findFirst()
          .or(() -> alike.stream().findFirst())
          .ifPresent(hunk -> found.put(hunk, block));
    }
    return found;
  }

  private static byte[] precedingText(MergedText merged, Hunk hunk) {
    int at = merged.chunks().indexOf(hunk);
    return Optional.of(at)
        .filter(i -> i > 0)
        .map(i -> merged.chunks().get(i - 1))
        .filter(Settled.class::isInstance)
        .map(chunk -> ((Settled) chunk).text())
        .orElse(new byte[0]);
  }

  private static boolean endsIn(byte[] text, byte[] end) {
    int start = text.length - end.length;
    return start >= 0 && Arrays.equals(text, start, text.length, end, 0, end.length);
  }
}
