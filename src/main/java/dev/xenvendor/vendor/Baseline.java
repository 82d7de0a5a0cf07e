package dev.xenvendor.vendor;

import dev.xenvendor.header.GitId;
import java.util.Optional;

/**
 * The release that a tree's headers come from, as far as the headers themselves tell.
 *
 * @param distance lines that only one of the two has, in the files that the tree has
 * @param ref the tag of a release that is not pinned
 * @param runnerUp the next best release, and its distance
 * @param nearestCommit a state between releases that is nearer still, if there is one
 */
public record Baseline(
    Version version,
    long distance,
    Optional<String> ref,
    Optional<RunnerUp> runnerUp,
    Optional<NearestCommit> nearestCommit) {

  /** A release that was considered. */
  public record RunnerUp(Version version, long distance) {}

  /** A commit of upstream's history whose headers are nearer than any release's. */
  public record NearestCommit(GitId commit, long distance) {}
}
