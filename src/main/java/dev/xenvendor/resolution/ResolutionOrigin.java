package dev.xenvendor.resolution;

import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Committer;
import dev.xenvendor.tree.GitId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who resolved a conflict, when, and in which merge.
 *
 * @param by who, and when
 * @param commit the merge commit, if there is one
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
