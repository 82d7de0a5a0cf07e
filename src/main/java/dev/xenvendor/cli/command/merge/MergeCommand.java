package dev.xenvendor.cli.command.merge;

import dev.xenvendor.c.include.MissingInclude;
import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.GitWorkspace;
import dev.xenvendor.cli.command.inspect.RemovedApiCost;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.console.ReportFiles;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.CommitChoices;
import dev.xenvendor.cli.option.Flag;
import dev.xenvendor.cli.option.Syntax;
import dev.xenvendor.conflict.Conflicts;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.impact.ConsumerUse;
import dev.xenvendor.impact.RemovedApi;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.report.merge.MergeRendering;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.update.MergeRelease;
import dev.xenvendor.update.MergeReport;
import java.util.List;

/** The command {@code merge}, which merges an imported release into the current branch. */
public final class MergeCommand extends Command {

  private final Argument<Version> version =
      syntax.optionalParameter("VERSION", Version.class, "The release to merge.");

  private final Flag dryRun =
      syntax.flag(List.of("-n", "--dry-run"), "Report what the merge would do; write nothing.");

  private final MergeActions actions = new MergeActions(syntax);

  private final Flag includeConfig = includeConfig(syntax);
  private final Flag singleParent = singleParent(syntax);

  private final Flag noReuse = noReuse(syntax);

  private final CommitChoices commit = CommitChoices.ofMerge(syntax);

  private final ReportFiles reports = ReportFiles.usual(syntax);

  public MergeCommand(Context context) {
    super(
        context,
        "merge",
        "Merge an imported release, by default the newest, into the current branch.");
  }

  static Flag includeConfig(Syntax syntax) {
    return syntax.flag(
        "--include-config",
        "First commit local patches, manifests and a profile that only this work tree has.");
  }

  static Flag singleParent(Syntax syntax) {
    return syntax.flag(
        "--single-parent",
        "Create no merge commit; only the record in trunk names the merged release.");
  }

  static Flag noReuse(Syntax syntax) {
    return syntax.flag(
        "--no-reuse", "Leave conflicts open that were resolved before (see `resolutions`).");
  }

  @Override
  public Integer call() {
    actions.requireAlone(version.given().isPresent() || dryRun.isSet() || reports.areGiven());
    reports.requireWritable(context.directory());
    try (GitWorkspace workspace =
        dryRun.isSet() ? context.openGit() : context.openToWrite(commit.options())) {
      Downstream tree = context.committed(workspace);
      return actions.isGiven() ? actions.run(context, workspace, tree) : merge(workspace, tree);
    }
  }

  private int merge(GitWorkspace workspace, Downstream tree) {
    VendorConfig config = tree.config();
    MergeRelease merge =
        new MergeRelease(
            tree, workspace.trunk(), context.committedConfig(config), context.layoutProbe());
    MergeReport merged =
        merge.run(
            new MergeRelease.Request(
                version.given(),
                singleParent.isSet(),
                includeConfig.isSet(),
                !noReuse.isSet(),
                dryRun.isSet()));
    MergeReport report = AutoResolvedMerge.finished(merged, tree, workspace.trunk());
    List<ConsumerUse<RemovedApi>> consumers =
        dryRun.isSet() ? consumers(workspace, config, report) : List.of();
    List<MissingInclude> missing =
        missingIncludes(config, tree.branch().headers(report.release()), report);
    MergeRendering rendering = new MergeRendering(report, Conflicts.of(report), missing, consumers);
    context.show(rendering);
    context.write(
        reports,
        new MergeHtmlPage(
                tree,
                workspace.trunk(),
                context.layoutProbe(),
                () -> context.sourceAtHand(workspace, config.vendor()))
            .of(rendering, merging -> merging.withConsumers(consumers(workspace, config, report))));
    return report.isWaiting() ? ExitCode.FINDING : ExitCode.DONE;
  }

  private List<ConsumerUse<RemovedApi>> consumers(
      GitWorkspace workspace, VendorConfig config, MergeReport report) {
    return RemovedApiCost.of(context, workspace, config, report);
  }

  /** Includes of what the tree does not take in, as far as the release is known. */
  private static List<MissingInclude> missingIncludes(
      VendorConfig config, HeaderTree imported, MergeReport report) {
    boolean whole = report.release().upstreamTree().filter(imported.id()::equals).isPresent();
    if (whole && report.merge().tree().containsAll(imported)) {
      return List.of();
    }
    return config
        .find(report.release().version())
        .map(
            release ->
                MissingInclude.in(
                    report.merge().tree(),
                    release.files().keySet(),
                    config.vendor().checks().abi()))
        .orElse(List.of());
  }
}
