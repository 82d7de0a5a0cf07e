package dev.xenvendor.release.baseline;

import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderTree;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A state of upstream's headers that a source has under the names of one or more releases.
 *
 * @param names the one to be used first
 * @param time when it was committed
 */
public record KnownRelease(List<Name> names, Instant time, HeaderTree headers) {

  /** A pinned release before others, a final one before variants, and candidates last. */
  static final Comparator<Name> BEST_NAME_FIRST =
      Comparator.comparing((Name name) -> !name.pinned())
          .thenComparing(name -> !name.version().isFinal())
          .thenComparing(name -> name.version().isCandidate())
          .thenComparing(Name::version);

  public KnownRelease {
    names = names.stream().sorted(BEST_NAME_FIRST).toList();
  }

  /**
   * A release by name.
   *
   * @param ref the tag that it has in the source; empty where the manifest knows a better one
   */
  record Name(Version version, Optional<String> ref, boolean pinned) {}

  Name name() {
    return names.get(0);
  }

  Version version() {
    return name().version();
  }
}
