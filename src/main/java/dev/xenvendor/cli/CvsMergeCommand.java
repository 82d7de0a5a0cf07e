package dev.xenvendor.cli;

import dev.xenvendor.cvs.CvsMerge;
import dev.xenvendor.cvs.CvsMergeReport;
import dev.xenvendor.cvs.CvsRepository;
import dev.xenvendor.cvs.CvsVendorBranch;
import dev.xenvendor.cvs.CvsWorkingCopy;
import dev.xenvendor.report.CvsMergeRendering;
import dev.xenvendor.trunk.MergeReport.Result;
import dev.xenvendor.vendor.Vendor;
import dev.xenvendor.vendor.VendorConfig;
import dev.xenvendor.vendor.Version;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "merge",
    description =
        "Merge an imported release, the newest where none is named, into a working copy of trunk."
            + " Nothing is committed.")
final class CvsMergeCommand implements Callable<Integer> {

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

  @Option(
      names = "--base",
      paramLabel = "VERSION",
      description = "The release trunk comes from, where you know better than it tells.",
      converter = VersionConverter.class)
  @Nullable Version base;

  @Option(
      names = "--lock-wait",
      paramLabel = "SECONDS",
      description = "How long to wait for somebody else's lock; ${DEFAULT-VALUE} if not said.",
      defaultValue = "60")
  int lockWait;

  CvsMergeCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Wiring wiring = context.wiring();
    Path top = wiring.cvsTop(context.directory());
    VendorConfig config = context.configIn(top);
    Vendor vendor = config.vendor();
    Duration patience = Duration.ofSeconds(lockWait);
    CvsWorkingCopy workingCopy = wiring.cvsWorkingCopy(top, vendor.prefix(), patience);
    CvsRepository repository = wiring.cvsRepository(workingCopy.root(), patience);
    CvsMerge merge =
        new CvsMerge(
            vendor,
            context.patches(config),
            new CvsVendorBranch(vendor, repository, workingCopy.place().headers()),
            workingCopy,
            context.lineDiff(),
            context.layoutProbe());
    CvsMergeReport report =
        merge.run(
            new CvsMerge.Request(Optional.ofNullable(version), Optional.ofNullable(base), dryRun));
    context.show(new CvsMergeRendering(report));
    return report.merge().result() == Result.CONFLICTS ? ExitCode.FINDING : ExitCode.DONE;
  }
}
