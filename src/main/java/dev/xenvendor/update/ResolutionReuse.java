package dev.xenvendor.update;

import dev.xenvendor.merge.Conflict;
import dev.xenvendor.resolution.DamagedResolution;
import java.util.List;
import java.util.Optional;

/**
 * The recorded resolutions that a merge uses.
 *
 * @param resolutions the conflicts that they resolve, wholly or partly, in the order of the
 *     conflicts
 * @param unusable recorded resolutions that are damaged, or that leave a header malformed
 * @param fetch the command that fetches the resolutions of others, if they are not fetched yet
 */
public record ResolutionReuse(
    List<ReusedResolution> resolutions, List<DamagedResolution> unusable, Optional<String> fetch) {

  /** No resolution is recorded, or none is asked for. */
  public static final ResolutionReuse NONE =
      new ResolutionReuse(List.of(), List.of(), Optional.empty());

  /** The conflicts of which nothing is left to decide. */
  List<Conflict> settled() {
    return resolutions.stream()
        .filter(ReusedResolution::settled)
        .map(ReusedResolution::conflict)
        .toList();
  }
}
