package dev.xenvendor.cli.command.conflict;

import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.conflict.UpstreamHistory;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.release.Source;
import java.util.Optional;

/** Names upstream's commits in conflicts, where its repository happens to be on this machine. */
public final class UpstreamCommits {

  private UpstreamCommits() {}

  /**
   * Returns the conflicts with the commits, or as they are if they cannot be read: a report does
   * not depend on them.
   *
   * @param source is closed
   */
  public static ConflictsReport addTo(
      ConflictsReport report, Downstream tree, Optional<Source> source) {
    if (source.isEmpty()) {
      return report;
    }
    try (Source opened = source.get()) {
      return new UpstreamHistory(tree, opened).addTo(report);
    } catch (Problem problem) {
      return report;
    }
  }
}
