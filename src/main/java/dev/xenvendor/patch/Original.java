package dev.xenvendor.patch;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The header that a diff was made against.
 *
 * @param change the diff by itself: the header with the patches that come before it, and with the
 *     diff as well
 * @param amongOthers the same change in the header that has the patches behind it, too; empty where
 *     those need the diff
 */
public record Original(CarriedChange change, Supplier<Optional<CarriedChange>> amongOthers) {

  /** Whether a text has the change, with or without the patches that come behind it. */
  boolean isIn(byte[] text) {
    return change.isIn(text) || amongOthers.get().filter(c -> c.isIn(text)).isPresent();
  }
}
