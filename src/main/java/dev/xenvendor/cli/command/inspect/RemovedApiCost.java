package dev.xenvendor.cli.command.inspect;

import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.Workspace;
import dev.xenvendor.impact.ConsumerUse;
import dev.xenvendor.impact.Impact;
import dev.xenvendor.impact.RemovedApi;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.update.MergeReport;
import java.util.List;
import java.util.Optional;

/** Finds the consumers that use API which a merge removes. */
public final class RemovedApiCost {

  private RemovedApiCost() {}

  /** The uses of what the release takes away; none where one of the two releases is not known. */
  public static List<ConsumerUse<RemovedApi>> of(
      Context context, Workspace workspace, VendorConfig config, MergeReport report) {
    Version to = report.release().version();
    Optional<Version> from = report.base().filter(base -> !base.equals(to));
    if (from.isEmpty() || config.vendor().checks().consumers().include().isEmpty()) {
      return List.of();
    }
    Impact impact =
        context
            .inspection(context.downstream(workspace, config, workspace.present(config.vendor())))
            .impact();
    boolean known = impact.knows(from.get()) && impact.knows(to);
    return known ? impact.update(from.get(), to).uses() : List.of();
  }
}
