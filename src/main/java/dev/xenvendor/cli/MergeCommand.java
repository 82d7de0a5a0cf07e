package dev.xenvendor.cli;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.FinishRendering;
import dev.xenvendor.report.MergeRendering;
import dev.xenvendor.trunk.Conflicts;
import dev.xenvendor.trunk.ConflictsReport;
import dev.xenvendor.trunk.FinishMerge;
import dev.xenvendor.trunk.MergeRelease;
import dev.xenvendor.trunk.MergeReport;
import dev.xenvendor.trunk.MergeReport.Result;
import dev.xenvendor.trunk.Trunk;
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

@Command(
    name = "merge",
    description = "Merge an imported release, the newest where none is named, into this branch.")
final class MergeCommand implements Callable<Integer> {

  private final Context context;

  @Parameters(
      paramLabel = "VERSION",
      arity = "0..1",
      description = "The release to merge.",
      converter = VersionConverter.class)
  @Nullable Version version;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Say what the merge would do, and write nothing.")
  boolean dryRun;

  @Option(names = "--continue", description = "Commit the merge whose conflicts are settled.")
  boolean finish;

  @Option(names = "--abort", description = "Give the merge under way up.")
  boolean abort;

  @Option(
      names = "--single-parent",
      description = "Leave no merge commit; the record in trunk alone tells what was merged.")
  boolean singleParent;

  MergeCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if ((finish || abort) && (version != null || dryRun || (finish && abort))) {
      throw Problem.usage("--continue and --abort stand alone");
    }
    try (Workspace workspace = dryRun ? context.open() : context.openToWrite()) {
      VendorConfig config = context.config(workspace);
      return finish || abort ? finish(workspace, config.vendor()) : merge(workspace, config);
    }
  }

  private int merge(Workspace workspace, VendorConfig config) {
    Vendor vendor = config.vendor();
    VendorBranch branch = workspace.branch(vendor);
    Trunk trunk = workspace.trunk();
    MergeRelease merge =
        new MergeRelease(
            vendor,
            context.patches(config),
            branch,
            trunk,
            context.lineDiff(),
            context.layoutProbe());
    MergeReport report =
        merge.run(new MergeRelease.Request(Optional.ofNullable(version), singleParent, dryRun));
    boolean written = report.result() == Result.CONFLICTS && !dryRun;
    ConflictsReport left =
        written
            ? new Conflicts(vendor, branch, trunk, context.lineDiff()).left()
            : Conflicts.predicted(report);
    context.show(new MergeRendering(report, left));
    return report.result() == Result.CONFLICTS ? ExitCode.FINDING : ExitCode.DONE;
  }

  private int finish(Workspace workspace, Vendor vendor) {
    FinishMerge finisher = new FinishMerge(workspace.trunk());
    FinishMerge.Report report = abort ? finisher.abort() : finisher.commit();
    context.show(new FinishRendering(vendor, report, abort));
    return report.isFinished() ? ExitCode.DONE : ExitCode.FINDING;
  }
}
