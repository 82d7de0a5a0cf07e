package dev.xenvendor.cli.command.patch;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.Workspace;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.patch.review.PatchExport;
import dev.xenvendor.patch.review.PatchesReport;
import dev.xenvendor.report.patch.PatchRendering;

/** The command {@code patches show}, which shows one local patch and where trunk carries it. */
final class PatchesShowCommand extends Command {

  private final Argument<String> id = syntax.parameter("ID", String.class, "The patch.");

  PatchesShowCommand(Context context) {
    super(
        context, "show", "Show one local patch: what it changes, why, and where trunk carries it.");
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      Downstream tree = context.present(workspace);
      PatchExport.required(tree.patches(), id.value());
      PatchReport report = PatchesReport.of(tree).find(id.value());
      context.show(new PatchRendering(tree.vendor(), report));
      return ExitCode.DONE;
    }
  }
}
