package dev.xenvendor.vendor;

import dev.xenvendor.header.GitId;
import java.util.Optional;

/**
 * The release that a tree's headers come from, as far as the headers themselves tell.
 *
 * @param distance lines that only one of the two has, in the files that the tree has
 * @param lines how many lines the tree's files have
 * @param ref the tag of a release that is not pinned
 * @param runnerUp the next best release, and its distance
 * @param nearestCommit a state between releases that is nearer still, if there is one
 */
public record Baseline(
    Version version,
    long distance,
    long lines,
    Optional<String> ref,
    Optional<RunnerUp> runnerUp,
    Optional<NearestCommit> nearestCommit) {

  /** Whether more differs than the tree has, so that it may come from somewhere else as well. */
  public boolean isFar() {
    return distance > lines;
  }

  /** A release that was considered. */
  public record RunnerUp(Version version, long distance) {}

  /** A commit of upstream's history whose headers are nearer than any release's. */
  public record NearestCommit(GitId commit, long distance) {}
}
