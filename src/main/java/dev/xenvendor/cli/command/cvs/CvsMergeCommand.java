package dev.xenvendor.cli.command.cvs;

import dev.xenvendor.cli.command.Adapters;
import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.Workspace;
import dev.xenvendor.cli.command.inspect.RemovedApiCost;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.CvsBaseOption;
import dev.xenvendor.cli.option.Flag;
import dev.xenvendor.cli.option.LockWait;
import dev.xenvendor.cvs.CvsWorkingCopy;
import dev.xenvendor.cvs.merge.CvsMerge;
import dev.xenvendor.cvs.merge.CvsMergeReport;
import dev.xenvendor.cvs.merge.PristineReleases;
import dev.xenvendor.cvs.release.CvsVendorBranch;
import dev.xenvendor.impact.ConsumerUse;
import dev.xenvendor.impact.RemovedApi;
import dev.xenvendor.problem.Shell;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.report.cvs.CvsMergeRendering;
import dev.xenvendor.update.MergeReport;
import dev.xenvendor.update.MergeReport.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The command {@code cvs merge}, which merges an imported release into a working copy of trunk. */
final class CvsMergeCommand extends Command {

  private final Argument<Version> version =
      syntax.optionalParameter("VERSION", Version.class, "The release to merge.");

  private final Flag dryRun =
      syntax.flag(List.of("-n", "--dry-run"), "Report what the merge would do; write nothing.");

  private final CvsBaseOption base = new CvsBaseOption(syntax);

  private final Argument<String> from =
      syntax.option(
          "--from",
          "SOURCE",
          String.class,
          "The source of the base, if its tag is missing or not pristine; as for import.");

  private final LockWait lockWait = new LockWait(syntax);

  CvsMergeCommand(Context context) {
    super(
        context,
        "merge",
        "Merge an imported release, by default the newest, into a working copy of trunk. Commits"
            + " nothing.");
  }

  @Override
  public Integer call() {
    Adapters adapters = context.adapters();
    Path top = adapters.cvsTop(context.directory());
    VendorConfig config = context.configIn(top);
    Vendor vendor = config.vendor();
    Duration patience = lockWait.duration();
    CvsWorkingCopy workingCopy = adapters.cvsWorkingCopy(top, vendor.prefix(), patience);
    CvsVendorBranch branch =
        new CvsVendorBranch(
            config,
            adapters.cvsRepository(workingCopy.root(), patience),
            workingCopy.place().headers());
    CvsMerge merge =
        new CvsMerge(
            config,
            branch,
            new PristineReleases(config, context.source(from.given(), config)),
            workingCopy,
            context.layoutProbe());
    CvsMergeReport report =
        merge.run(new CvsMerge.Request(version.given(), base.release(), dryRun.isSet()));
    context.show(new CvsMergeRendering(report, consumers(config, report.merge()), options()));
    return report.merge().result() == Result.CONFLICTS ? ExitCode.FINDING : ExitCode.DONE;
  }

  private String options() {
    return base.words() + from.given().map(source -> " --from " + Shell.quoted(source)).orElse("");
  }

  private List<ConsumerUse<RemovedApi>> consumers(VendorConfig config, MergeReport report) {
    if (!dryRun.isSet()) {
      return List.of();
    }
    try (Workspace workspace = context.open()) {
      return RemovedApiCost.of(context, workspace, config, report);
    }
  }
}
