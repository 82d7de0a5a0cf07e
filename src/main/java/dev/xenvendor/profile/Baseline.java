package dev.xenvendor.profile;

import dev.xenvendor.tree.GitId;
import java.util.List;
import java.util.Optional;

/**
 * The release that a tree's headers come from, as far as the headers themselves tell.
 *
 * @param ref the tag of a release that is not pinned, or the commit between releases
 * @param sameHeaders every release with the same headers, this one among them, as far as the tree
 *     holds them; oldest first
 * @param lines how many distinctive lines the tree has
 * @param explained how many of them the release has, too
 * @param distance lines that only one of the two has, in the files that the tree has
 * @param runnerUp the next best release
 * @param nearestCommit a state between releases that is nearer still, if there is one
 */
public record Baseline(
    Version version,
    Optional<String> ref,
    List<Version> sameHeaders,
    long lines,
    long explained,
    long distance,
    Optional<RunnerUp> runnerUp,
    Optional<NearestCommit> nearestCommit) {

  /** The factor by which a commit must be nearer to be reported. */
  private static final int SEVERAL_TIMES = 3;

  public Baseline {
    sameHeaders = List.copyOf(sameHeaders);
  }

  public Baseline with(Optional<NearestCommit> nearest) {
    return new Baseline(version, ref, sameHeaders, lines, explained, distance, runnerUp, nearest);
  }

  /** The nearest commit as the baseline, where one is nearer than any release. */
  public Baseline atNearestCommit() {
    return nearestCommit
        .map(
            nearest ->
                new Baseline(
                    nearest.version(),
                    Optional.of(nearest.commit().hex()),
                    List.of(nearest.version()),
                    lines,
                    nearest.explained(),
                    nearest.distance(),
                    Optional.of(new RunnerUp(version, explained, distance)),
                    Optional.empty()))
        .orElse(this);
  }

  /** The commit between releases, where it is several times nearer than any release. */
  public Optional<NearestCommit> muchNearerCommit() {
    return nearestCommit.filter(nearest -> SEVERAL_TIMES * nearest.distance() <= distance);
  }

  /** A release that was considered. */
  public record RunnerUp(Version version, long explained, long distance) {}

  /**
   * A commit of upstream's history that explains the tree better than any release.
   *
   * @param version what it is called by the release before it
   */
  public record NearestCommit(Version version, GitId commit, long explained, long distance) {}
}
