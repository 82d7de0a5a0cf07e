package dev.xenvendor.cli.command.merge;

import dev.xenvendor.conflict.resolve.FinishMerge;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.update.MergeReport;

/** A merge whose conflicts are all resolved by recorded resolutions. */
final class AutoResolvedMerge {

  private AutoResolvedMerge() {}

  /**
   * Commits such a merge, as {@code merge --continue} does; if it refuses, the merge waits.
   *
   * @param tree beside the vendor branch that has the release
   */
  static MergeReport finished(MergeReport report, Downstream tree, Trunk trunk) {
    return report.isToBeFinished()
        ? report.withCommit(new FinishMerge(tree, trunk).commit(false).commit())
        : report;
  }
}
