package dev.xenvendor.cli.command.inspect;

import dev.xenvendor.check.CheckReport;
import dev.xenvendor.check.CheckTree;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.GitWorkspace;
import dev.xenvendor.cli.command.Workspace;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.console.ReportFiles;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.report.check.CheckRendering;
import dev.xenvendor.report.html.CheckSection;
import dev.xenvendor.report.html.HtmlReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The command {@code check}, which checks trunk by the rules and reports findings. */
public final class CheckCommand extends Command {

  private final Argument<List<Rule>> rules =
      syntax.options("--rule", "RULE", Rule.class, "Check only this rule; may be repeated.");

  private final Argument<String> since =
      syntax.option(
          "--since",
          "COMMIT",
          String.class,
          "Omit findings that a check of this commit also reports.");

  private final ReportFiles reports = ReportFiles.all(syntax);

  public CheckCommand(Context context) {
    super(
        context,
        "check",
        "Check that trunk is the release plus the local patches, and fits the code that uses it.",
        "Exits with 1 if it finds an error, and with 5 if a rule that needs a C compiler cannot"
            + " run.");
  }

  @Override
  public Integer call() {
    CheckTree check =
        new CheckTree(Set.copyOf(rules.given().orElse(List.of())), context.steadyProgress());
    CheckReport report =
        since
            .given()
            .map(commit -> checkSince(check, commit))
            .orElseGet(() -> checkAll(check))
            .withHints(context.options().repeated()::in);
    CheckRendering rendering = new CheckRendering(report);
    context.show(rendering);
    context.write(
        reports,
        HtmlReport.of(rendering, CheckSection.title(report), () -> CheckSection.of(report)));
    return exitCode(report);
  }

  /** Returns 5 if no error is found, but a rule whose findings are errors could not run. */
  private static int exitCode(CheckReport report) {
    if (report.hasProvenErrors()) {
      return ExitCode.FINDING;
    }
    return report.errors() > 0 ? ExitCode.UNAVAILABLE : ExitCode.DONE;
  }

  private CheckReport checkAll(CheckTree check) {
    try (Workspace workspace = context.open()) {
      return check.run(context.inspection(context.present(workspace)));
    }
  }

  private CheckReport checkSince(CheckTree check, String commit) {
    try (GitWorkspace workspace = context.openGit()) {
      VendorConfig config = context.config(workspace);
      Optional<Inspection> earlier = earlier(workspace, config, commit);
      VendorConfig limited = earlier.map(tree -> withLimitsOf(tree, config)).orElse(config);
      return check.runSince(present(workspace, limited), earlier, commit);
    }
  }

  private Inspection present(Workspace workspace, VendorConfig config) {
    return context.inspection(
        context.downstream(workspace, config, workspace.present(config.vendor())));
  }

  /** A branch that is to be merged does not raise the limits for itself. */
  private static VendorConfig withLimitsOf(Inspection trunk, VendorConfig config) {
    return config.with(config.vendor().withLimits(trunk.vendor().checks().limits()));
  }

  /** The tree as a commit had it; empty where the headers were not taken over yet. */
  private Optional<Inspection> earlier(GitWorkspace workspace, VendorConfig config, String commit) {
    TrunkView trunk = workspace.at(commit);
    if (trunk.file(config.vendor().recordPath()).isEmpty()) {
      return Optional.empty();
    }
    VendorConfig then = context.configAt(workspace, commit, config.vendor().name());
    return Optional.of(context.inspection(context.downstream(workspace, then, trunk)));
  }
}
