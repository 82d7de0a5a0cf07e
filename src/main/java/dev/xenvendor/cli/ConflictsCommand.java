package dev.xenvendor.cli;

import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.console.ReportFiles;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.Flag;
import dev.xenvendor.conflict.ConflictExplainer;
import dev.xenvendor.conflict.Conflicts;
import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Source;
import dev.xenvendor.report.ConflictsRendering;
import dev.xenvendor.report.html.ConflictsSection;
import dev.xenvendor.report.html.HtmlReport;
import dev.xenvendor.update.MergeRelease;
import java.util.List;
import java.util.Optional;

final class ConflictsCommand extends Command {

  private final Argument<Version> version =
      syntax.optionalParameter("VERSION", Version.class, "With --dry-run: the release to merge.");

  private final Flag dryRun =
      syntax.flag(List.of("-n", "--dry-run"), "Show the conflicts that a merge would leave.");

  private final Argument<String> from =
      syntax.option(
          "--from",
          "SOURCE",
          String.class,
          "Upstream's git repository; adds the commits that changed each hunk.");

  private final ReportFiles reports = ReportFiles.usual(syntax);

  ConflictsCommand(Context context) {
    super(context, "conflicts", "Show the conflicts of a merge, hunk by hunk.");
  }

  @Override
  public Integer call() {
    reports.requireWritable(context.directory());
    try (GitWorkspace workspace = context.openGit()) {
      Downstream tree = context.committed(workspace);
      ConflictsReport report =
          dryRun.isSet()
              ? predicted(tree, workspace.trunk())
              : new Conflicts(tree, workspace.trunk()).left();
      ConflictsReport explained = explained(report, tree);
      ConflictsRendering rendering = new ConflictsRendering(explained);
      context.show(rendering);
      reports.write(
          context.directory(),
          HtmlReport.of(
              rendering, ConflictsSection.title(explained), () -> ConflictsSection.of(explained)));
      return report.conflicts().isEmpty() ? ExitCode.DONE : ExitCode.FINDING;
    }
  }

  private ConflictsReport explained(ConflictsReport report, Downstream tree) {
    ConflictExplainer explainer = new ConflictExplainer(tree, context.layoutProbe());
    if (from.given().isEmpty()) {
      return explainer.explain(report, Optional.empty());
    }
    try (Source source = context.source(from.value()).get()) {
      return explainer.explain(report, Optional.of(source));
    }
  }

  private ConflictsReport predicted(Downstream tree, Trunk trunk) {
    MergeRelease merge =
        new MergeRelease(
            tree, trunk, context.committedConfig(tree.config()), context.layoutProbe());
    return Conflicts.of(merge.run(new MergeRelease.Request(version.given(), false, true, true)));
  }
}
