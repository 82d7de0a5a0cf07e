package dev.xenvendor.cli.command.conflict;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.GitWorkspace;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.console.ReportFiles;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.Flag;
import dev.xenvendor.conflict.ConflictExplainer;
import dev.xenvendor.conflict.ConflictFilter;
import dev.xenvendor.conflict.ConflictNumber;
import dev.xenvendor.conflict.Conflicts;
import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.conflict.UpstreamHistory;
import dev.xenvendor.conflict.resolve.ResolvedDecision;
import dev.xenvendor.conflict.resolve.ResolvedDecisions;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Source;
import dev.xenvendor.report.conflict.ConflictsRendering;
import dev.xenvendor.report.conflict.ConflictsRendering.Detail;
import dev.xenvendor.report.html.ConflictsSection;
import dev.xenvendor.report.html.HtmlReport;
import dev.xenvendor.update.MergeRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command {@code conflicts}, which shows the conflicts of a merge, by cause or hunk by hunk.
 */
public final class ConflictsCommand extends Command {

  /** As many decisions are shown in full where nothing is chosen. */
  private static final int FEW = 3;

  private final Argument<List<String>> arguments =
      syntax.words(
          "0..*",
          "PATH|NUMBER",
          "Only these conflicts: files or folders, relative to the root of the tree or to the"
              + " headers' folder, or numbers, as in 3 or 3.2. With --dry-run, the first argument"
              + " may be the release to merge.");

  private final ConflictSelection selection = new ConflictSelection(syntax);

  private final Flag next =
      syntax.flag("--next", "Show the first open conflict, in the order to work in.");

  private final Flag dryRun =
      syntax.flag(List.of("-n", "--dry-run"), "Show the conflicts that a merge would leave.");

  private final Argument<String> from =
      syntax.option(
          "--from",
          "SOURCE",
          String.class,
          "Upstream's git repository; adds the commits that changed each hunk. Default: the"
              + " configured one, if it is on this machine.");

  private final ReportFiles reports = ReportFiles.usual(syntax);

  public ConflictsCommand(Context context) {
    super(
        context,
        "conflicts",
        "Show the conflicts of a merge.",
        "Lists them by cause, in the order to work in. Shows selected conflicts hunk by hunk, with"
            + " the texts of the three sides.");
  }

  @Override
  public Integer call() {
    reports.requireWritable(context.directory());
    try (GitWorkspace workspace = context.openGit()) {
      Downstream tree = context.committed(workspace);
      List<String> chosen = new ArrayList<>(arguments.given().orElse(List.of()));
      Optional<Version> version = dryRun.isSet() ? version(chosen) : Optional.empty();
      ConflictFilter filter =
          selection.filter(chosen, context.directory(), workspace.root(), next.isSet());
      ConflictsReport left =
          dryRun.isSet()
              ? predicted(tree, workspace, version)
              : new Conflicts(tree, workspace.trunk()).left();
      ConflictsRendering rendering = rendering(left, filter, tree, workspace);
      context.page(rendering, workspace);
      ConflictsReport shown = rendering.shown();
      context.write(
          reports,
          HtmlReport.of(
              rendering,
              ConflictsSection.title(shown),
              () ->
                  ConflictsSection.of(
                      withCommits(shown, tree, workspace), settled(filter, tree, workspace))));
      return left.conflicts().isEmpty() ? ExitCode.DONE : ExitCode.FINDING;
    }
  }

  private ConflictsRendering rendering(
      ConflictsReport left, ConflictFilter filter, Downstream tree, GitWorkspace workspace) {
    if (left.release().isEmpty() && left.conflicts().isEmpty()) {
      return new ConflictsRendering(left, Detail.OVERVIEW); // no merge is in progress
    }
    ConflictExplainer explainer = new ConflictExplainer(tree, context.layoutProbe());
    boolean isChosenFirst = !filter.isAll() && !filter.needsCauses();
    ConflictsReport all = isChosenFirst ? left : explainer.explain(left);
    ConflictsReport chosen = filter.in(all);
    ConflictsReport shown = isChosenFirst ? explainer.explain(chosen) : chosen;
    Detail detail = detail(shown, filter);
    boolean needsCommits =
        from.given().isPresent() || (detail != Detail.OVERVIEW && !context.options().json());
    return new ConflictsRendering(
        all, needsCommits ? withCommits(shown, tree, workspace) : shown, detail);
  }

  private Detail detail(ConflictsReport shown, ConflictFilter filter) {
    if (shown.left() == 1 && !filter.isAll()) {
      return Detail.FULL;
    }
    boolean isFew = shown.left() <= FEW || context.isVerbose();
    return filter.isAll() && !isFew ? Detail.OVERVIEW : Detail.TEXTS;
  }

  private ConflictsReport withCommits(
      ConflictsReport report, Downstream tree, GitWorkspace workspace) {
    if (from.given().isEmpty()) {
      return UpstreamCommits.addTo(report, tree, context.sourceAtHand(workspace, tree.vendor()));
    }
    try (Source opened = context.source(from.value()).get()) {
      return new UpstreamHistory(tree, opened).addTo(report);
    }
  }

  /** Returns what was made of the conflicts that are resolved, for a page of all of them. */
  private List<ResolvedDecision> settled(
      ConflictFilter filter, Downstream tree, GitWorkspace workspace) {
    return filter.isAll() && !dryRun.isSet()
        ? new ResolvedDecisions(tree, workspace.trunk()).now()
        : List.of();
  }

  /** Takes the release off the arguments, if the first one is a release. */
  private static Optional<Version> version(List<String> arguments) {
    boolean isVersion =
        !arguments.isEmpty()
            && ConflictNumber.parse(arguments.get(0)).isEmpty()
            && arguments.get(0).matches("\\d[^/]*");
    try {
      return isVersion ? Optional.of(new Version(arguments.remove(0))) : Optional.empty();
    } catch (IllegalArgumentException e) {
      throw Problem.usage(String.valueOf(e.getMessage())).because(e);
    }
  }

  private ConflictsReport predicted(
      Downstream tree, GitWorkspace workspace, Optional<Version> version) {
    MergeRelease merge =
        new MergeRelease(
            tree, workspace.trunk(), context.committedConfig(tree.config()), context.layoutProbe());
    return Conflicts.of(merge.run(new MergeRelease.Request(version, false, true, true, true)));
  }
}
