package dev.xenvendor.downstream;

import dev.xenvendor.merge.Conflict;
import java.util.Optional;

/**
 * A local patch that no longer applies to a file.
 *
 * @param id the patch's id
 * @param reason why it does not apply
 */
public record InapplicablePatch(String id, String reason) {

  public static Optional<InapplicablePatch> of(Conflict conflict) {
    return conflict instanceof Conflict.Patch lost
        ? Optional.of(new InapplicablePatch(lost.patch(), lost.reason()))
        : Optional.empty();
  }
}
