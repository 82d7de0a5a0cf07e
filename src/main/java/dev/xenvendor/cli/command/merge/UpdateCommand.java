package dev.xenvendor.cli.command.merge;

import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.cli.command.ChosenSource;
import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.GitWorkspace;
import dev.xenvendor.cli.command.cvs.CvsUpdateCommand;
import dev.xenvendor.cli.command.inspect.ImpactCommand;
import dev.xenvendor.cli.command.release.ImportCommand;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.console.ReportFiles;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.CommitChoices;
import dev.xenvendor.cli.option.Flag;
import dev.xenvendor.cli.option.PinOption;
import dev.xenvendor.cli.option.SourceOptions;
import dev.xenvendor.conflict.CauseGroup;
import dev.xenvendor.conflict.ConflictExplainer;
import dev.xenvendor.conflict.Conflicts;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.impact.ConsumerUse;
import dev.xenvendor.impact.ImpactReport;
import dev.xenvendor.impact.RemovedApi;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.OpenedSource;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.branch.PendingBranch;
import dev.xenvendor.report.merge.MergeRendering;
import dev.xenvendor.report.merge.UpdateRendering;
import dev.xenvendor.update.MergeRelease;
import dev.xenvendor.update.Update;
import dev.xenvendor.update.UpdateReport;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The command {@code update}, which imports a release and merges it in one run. */
public final class UpdateCommand extends Command {

  private final Argument<Version> version =
      syntax.optionalParameter(
          "VERSION",
          Version.class,
          "The release to update to. Default: the newest release of the source; with --ref, named"
              + " by the nearest tag before that commit.");

  private final SourceOptions source = new SourceOptions(syntax);

  private final Flag dryRun =
      syntax.flag(
          List.of("-n", "--dry-run"),
          "Report what the update would bring and cost; write nothing.");

  private final Flag includeConfig = MergeCommand.includeConfig(syntax);
  private final Flag singleParent = MergeCommand.singleParent(syntax);
  private final Flag noReuse = MergeCommand.noReuse(syntax);
  private final PinOption pin = new PinOption(syntax);
  private final CommitChoices commit = CommitChoices.ofMerge(syntax);

  private final ReportFiles reports = ReportFiles.usual(syntax);

  public UpdateCommand(Context context) {
    super(
        context,
        "update",
        "Import a release, by default the newest, and merge it into the current branch.",
        "If the merge is refused, nothing is imported.");
  }

  @Override
  public Integer call() {
    if (context.adapters().cvsFolder(context.directory()).isPresent()) {
      throw CvsUpdateCommand.refused(context, version.given(), source, "");
    }
    reports.requireWritable(context.directory());
    try (GitWorkspace workspace =
        dryRun.isSet() ? context.openGit() : context.openToWrite(commit.options())) {
      return update(workspace, context.committed(workspace));
    }
  }

  private int update(GitWorkspace workspace, Downstream tree) {
    Vendor vendor = tree.vendor();
    ChosenSource chosen = context.source(source.from(), workspace, vendor);
    try (OpenedSource opened = new OpenedSource(chosen);
        PendingBranch branch = new PendingBranch(workspace.branch(vendor))) {
      UpdateReport updated =
          new Update(
                  tree,
                  branch,
                  workspace.trunk(),
                  context.committedConfig(tree.config()),
                  context.layoutProbe())
              .run(request(), opened);
      UpdateReport report =
          updated.merged(
              merge -> AutoResolvedMerge.finished(merge, tree.beside(branch), workspace.trunk()));
      Supplier<Optional<ImpactReport>> cost =
          () -> impact(report, tree.beside(branch, workspace.present(vendor)));
      Optional<ImpactReport> impact = report.dryRun() ? cost.get() : Optional.empty();
      Optional<String> remembered = workspace.rememberedSource(vendor);
      UpdateRendering rendering =
          new UpdateRendering(
              report,
              chosen.words(),
              typed(),
              report.steps().map(steps -> shown(steps, impact, tree.config(), workspace)),
              report.dryRun() ? causes(report, tree.beside(branch)) : List.of(),
              impact,
              chosen.toRemember(opened, remembered));
      context.show(rendering);
      MergeHtmlPage page =
          new MergeHtmlPage(
              tree.beside(branch),
              workspace.trunk(),
              context.layoutProbe(),
              () -> Context.atHand(chosen));
      context.write(reports, page.of(rendering, report.dryRun() ? () -> impact : cost));
      boolean waits = report.steps().filter(s -> s.merged().isWaiting()).isPresent();
      return waits ? ExitCode.FINDING : ExitCode.DONE;
    }
  }

  private List<CauseGroup> causes(UpdateReport report, Downstream planned) {
    ConflictExplainer explainer = new ConflictExplainer(planned, context.layoutProbe());
    return report
        .steps()
        .map(steps -> explainer.explain(Conflicts.of(steps.merged())).causes())
        .orElse(List.of());
  }

  /** Returns what another run is to be told of the release and its source. */
  private UpdateRendering.Typed typed() {
    String release = version.given().map(v -> " " + v).orElse("");
    return new UpdateRendering.Typed(release + source.words(), source.fromWords());
  }

  private Update.Request request() {
    return new Update.Request(
        source.ref(),
        pin.isWanted(),
        new MergeRelease.Request(
            version.given(),
            singleParent.isSet(),
            includeConfig.isSet(),
            !noReuse.isSet(),
            dryRun.isSet()));
  }

  private UpdateRendering.Steps shown(
      UpdateReport.Steps steps,
      Optional<ImpactReport> impact,
      VendorConfig config,
      GitWorkspace workspace) {
    List<ConsumerUse<RemovedApi>> consumers =
        impact.flatMap(ImpactReport::update).map(ImpactReport.Update::uses).orElse(List.of());
    return new UpdateRendering.Steps(
        ImportCommand.shown(steps.imported(), config, workspace, Optional.empty()),
        new MergeRendering(
            steps.merged(), Conflicts.of(steps.merged()), steps.imported().missing(), consumers));
  }

  /**
   * Returns what the release brings and costs; empty where one of the two releases is not known.
   */
  private Optional<ImpactReport> impact(UpdateReport report, Downstream present) {
    Inspection tree = context.inspection(present);
    Version to = report.release();
    return report
        .before()
        .filter(from -> report.steps().isPresent())
        .filter(from -> !from.equals(to))
        .filter(from -> tree.impact().knows(from) && tree.impact().knows(to))
        .map(from -> ImpactCommand.report(tree, from, to));
  }
}
