package dev.xenvendor.cli;

import dev.xenvendor.report.ConflictsRendering;
import dev.xenvendor.trunk.ConflictExplainer;
import dev.xenvendor.trunk.Conflicts;
import dev.xenvendor.trunk.ConflictsReport;
import dev.xenvendor.trunk.MergeRelease;
import dev.xenvendor.trunk.Trunk;
import dev.xenvendor.vendor.Source;
import dev.xenvendor.vendor.Vendor;
import dev.xenvendor.vendor.VendorBranch;
import dev.xenvendor.vendor.VendorConfig;
import dev.xenvendor.vendor.Version;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "conflicts", description = "Show what a merge leaves to decide, hunk by hunk.")
final class ConflictsCommand implements Callable<Integer> {

  private final Context context;

  @Parameters(
      paramLabel = "VERSION",
      arity = "0..1",
      description = "With --dry-run: the release to merge.",
      converter = VersionConverter.class)
  @Nullable Version version;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Show the conflicts that a merge would leave.")
  boolean dryRun;

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      description = "Upstream's git repository: names the commits that changed each hunk.")
  @Nullable String from;

  ConflictsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      VendorConfig config = context.config(workspace);
      Vendor vendor = config.vendor();
      VendorBranch branch = workspace.branch(vendor);
      Trunk trunk = workspace.trunk();
      ConflictsReport report =
          dryRun
              ? predicted(config, branch, trunk)
              : new Conflicts(vendor, branch, trunk, context.lineDiff()).left();
      context.show(new ConflictsRendering(explained(report, config, branch, trunk)));
      return report.conflicts().isEmpty() ? ExitCode.DONE : ExitCode.FINDING;
    }
  }

  private ConflictsReport explained(
      ConflictsReport report, VendorConfig config, VendorBranch branch, Trunk trunk) {
    ConflictExplainer explainer =
        new ConflictExplainer(
            config.vendor(),
            context.patches(config),
            branch,
            trunk,
            context.lineDiff(),
            context.layoutProbe());
    if (from == null) {
      return explainer.explain(report, Optional.empty());
    }
    try (Source source = context.source(from, config).get()) {
      return explainer.explain(report, Optional.of(source));
    }
  }

  private ConflictsReport predicted(VendorConfig config, VendorBranch branch, Trunk trunk) {
    MergeRelease merge =
        new MergeRelease(
            config.vendor(),
            context.patches(config),
            branch,
            trunk,
            context.lineDiff(),
            context.layoutProbe());
    return Conflicts.predicted(
        merge.run(new MergeRelease.Request(Optional.ofNullable(version), false, true)));
  }
}
