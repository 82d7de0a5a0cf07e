package dev.xenvendor.patch;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The preimage of a diff: the header that it was made against. White space before a line
 * continuation is ignored: a text may have the diff's or its own, which stays.
 *
 * @param change the diff alone: the header with the preceding patches, before and after the diff
 * @param amongOthers the same change in the header that also has the later patches; empty if those
 *     need the diff
 */
public record DiffPreimage(RebasedChange change, Supplier<Optional<RebasedChange>> amongOthers) {

  /** Returns whether a text has the change, with or without the patches after it. */
  boolean isIn(byte[] text) {
    return isIn(change, text) || amongOthers.get().filter(c -> isIn(c, text)).isPresent();
  }

  private boolean isIn(RebasedChange carried, byte[] text) {
    return carried.isIn(text) || spaced(carried, text).filter(c -> c.isIn(text)).isPresent();
  }

  /** Returns the text with the change; empty where the two conflict. */
  Optional<byte[]> onto(byte[] text) {
    return change.onto(text).or(() -> spaced(change, text).flatMap(c -> c.onto(text)));
  }

  /** The change with a text's own spacing; empty where it has none, or nothing else changes. */
  private Optional<RebasedChange> spaced(RebasedChange carried, byte[] text) {
    byte[] before = ContinuationSpacing.of(text, carried.before());
    byte[] after = ContinuationSpacing.of(text, carried.after());
    boolean own =
        !Arrays.equals(before, carried.before()) || !Arrays.equals(after, carried.after());
    return own && !Arrays.equals(before, after)
        ? Optional.of(new RebasedChange(carried.merger(), before, after))
        : Optional.empty();
  }
}
