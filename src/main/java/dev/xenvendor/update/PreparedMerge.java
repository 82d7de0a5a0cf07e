package dev.xenvendor.update;

import dev.xenvendor.tree.GitId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A merge that is computed and can be written.
 *
 * @param report what it would do
 * @param writer makes the change of trunk, and returns the commit if there is one
 */
record PreparedMerge(MergeReport report, Supplier<Optional<GitId>> writer) {

  /** Makes the change and reports it. */
  MergeReport write() {
    return report.withCommit(writer.get());
  }
}
