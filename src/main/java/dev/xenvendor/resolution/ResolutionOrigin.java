package dev.xenvendor.resolution;

import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Committer;
import dev.xenvendor.tree.GitId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The occasion on which a conflict was settled.
 *
 * @param by who settled it, and when
 * @param commit the merge, if it was committed
 * @param release the release that was merged
 * @param base the release merged before
 */
public record ResolutionOrigin(
    Committer by, Optional<GitId> commit, Optional<Version> release, Optional<Version> base) {

  /** The day, where the person was. */
  public LocalDate date() {
    return LocalDate.ofInstant(by.when(), by.zone());
  }

  /** As in {@code 2026-11-20 by Ann in abc1234}. */
  public String words() {
    return date() + " by " + by.name() + commit.map(id -> " in " + id.abbreviated()).orElse("");
  }
}
