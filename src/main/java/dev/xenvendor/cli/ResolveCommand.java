package dev.xenvendor.cli;

import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.TreePaths;
import dev.xenvendor.conflict.Resolution;
import dev.xenvendor.conflict.Resolve;
import dev.xenvendor.conflict.Resolve.Hunks;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.ResolveRendering;
import java.util.Optional;

final class ResolveCommand extends Command {

  private final Argument<String> hunk =
      syntax.option(
          "--hunk",
          "N|all",
          String.class,
          "Only this hunk, as numbered by `xenvendor conflicts`, or all hunks.");

  private final Argument<Resolution> taking =
      syntax.requiredOption(
          "--take", "SIDE", Resolution.class, "The side to take: ${COMPLETION-CANDIDATES}.");

  private final Argument<String> path =
      syntax.parameter(
          "PATH",
          String.class,
          "The file, relative to the root of the tree or to the headers' folder.");

  ResolveCommand(Context context) {
    super(
        context,
        "resolve",
        "Resolve a conflict by taking one side's text.",
        "Without --hunk, takes the side's whole file and drops cleanly merged changes of the other"
            + " side; with --hunk, keeps them.");
  }

  @Override
  public Integer call() {
    try (GitWorkspace workspace = context.openToWrite()) {
      Resolve resolve =
          new Resolve(context.committed(workspace), workspace.trunk(), context.layoutProbe());
      Resolve.Report report =
          resolve.run(
              new Resolve.Request(
                  TreePaths.inTree(path.value(), context.directory(), workspace.root()),
                  hunk.given().map(ResolveCommand::hunks),
                  taking.value()));
      context.show(new ResolveRendering(report));
      return ExitCode.DONE;
    }
  }

  private static Hunks hunks(String hunk) {
    if (hunk.equals("all")) {
      return new Hunks(Optional.empty());
    }
    if (!hunk.matches("[1-9]\\d{0,5}")) {
      throw Problem.usage("--hunk takes a number or 'all', not '" + hunk + "'");
    }
    return new Hunks(Optional.of(Integer.valueOf(hunk)));
  }
}
