package dev.xenvendor.patch;

import dev.xenvendor.merge.MergedText;
import dev.xenvendor.merge.TextMerger;
import java.util.Arrays;
import java.util.Optional;

/** The difference of two texts, carried to a third by a three-way merge. */
public record RebasedChange(TextMerger merger, byte[] before, byte[] after) {

  private static final byte[] NOTHING = {};

  /** Returns the text with the change; empty where the two conflict. */
  public Optional<byte[]> onto(byte[] text) {
    return clean(merger.merge(before, after, text));
  }

  /** Returns the text without the change; empty where that conflicts. */
  private Optional<byte[]> outOf(byte[] text) {
    return clean(merger.merge(after, before, text));
  }

  /**
   * Returns whether the text has the change: making it changes nothing, or the text is the result
   * of making it again after it was taken out.
   */
  boolean isIn(byte[] text) {
    return isSame(onto(text), text)
        || outOf(text)
            .filter(without -> !Arrays.equals(without, text))
            .filter(without -> isSame(onto(without), text))
            .isPresent();
  }

  private static boolean isSame(Optional<byte[]> merged, byte[] text) {
    return merged.filter(m -> Arrays.equals(m, text)).isPresent();
  }

  private static Optional<byte[]> clean(MergedText text) {
    return text.isClean() ? Optional.of(text.settledBy(hunk -> NOTHING)) : Optional.empty();
  }
}
