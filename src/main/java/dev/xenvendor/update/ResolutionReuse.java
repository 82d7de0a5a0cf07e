package dev.xenvendor.update;

import dev.xenvendor.merge.Conflict;
import dev.xenvendor.resolution.DamagedResolution;
import java.util.List;
import java.util.Optional;

/**
 * The use of recorded resolutions in a merge.
 *
 * @param resolutions the conflicts that are settled as they were before, wholly or partly, in the
 *     order of the conflicts
 * @param unusable recorded resolutions that are damaged, or that leave a header not well formed
 * @param fetch the command that gets the resolutions of others, if they have not been fetched
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
