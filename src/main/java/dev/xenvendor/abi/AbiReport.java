package dev.xenvendor.abi;

import dev.xenvendor.abi.HeaderSetFinder.Named;
import dev.xenvendor.release.Progress;
import java.util.Optional;

/**
 * The difference between the interfaces of two releases, or of trunk and a release.
 *
 * @param failing those of the two that do not compile, though the others do: of both only the texts
 *     are compared then
 */
public record AbiReport(
    Named before, Named after, AbiDifference difference, Optional<Named> failing) {

  /**
   * Reads both and compares them.
   *
   * @param progress told after each view of either, from several threads; always ended
   */
  public static AbiReport between(Named before, Named after, AbiReader reader, Progress progress) {
    progress.begin("Reading headers", 2 * reader.viewCount());
    try {
      return between(before, after, reader.reporting(progress));
    } finally {
      progress.end();
    }
  }

  private static AbiReport between(Named before, Named after, AbiReader reader) {
    TreeAbi old = reader.read(before.headers());
    TreeAbi now = reader.read(after.headers());
    boolean oldFails = old.unmeasured().isPresent();
    if (oldFails == now.unmeasured().isPresent()) {
      return new AbiReport(before, after, AbiDifference.between(old, now), Optional.empty());
    }
    String reason = old.unmeasured().or(now::unmeasured).orElseThrow();
    AbiReader texts = reader.textsOnly(reason);
    AbiDifference difference =
        AbiDifference.between(texts.read(before.headers()), texts.read(after.headers()));
    return new AbiReport(before, after, difference, Optional.of(oldFails ? before : after));
  }
}
