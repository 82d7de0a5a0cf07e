package dev.xenvendor.cli;

import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.patch.review.PatchesReport;
import dev.xenvendor.release.LeftBehind;
import dev.xenvendor.report.PatchesRendering;
import java.util.List;

final class PatchesCommand extends Command {

  PatchesCommand(Context context) {
    super(context, "patches", "Show the state of the local patches in trunk.");
    addCommands(
        new PatchesShowCommand(context),
        new PatchesVerifyCommand(context),
        new PatchesNewCommand(context),
        UpkeepCommand.apply(context),
        UpkeepCommand.refresh(context),
        UpkeepCommand.retire(context),
        new PatchesExportCommand(context));
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      Downstream tree = context.present(workspace);
      PatchesReport report = PatchesReport.of(tree);
      List<LeftBehind> leftBehind =
          LeftBehind.in(tree.config(), report.release(), tree.pristine().paths(), tree.local());
      context.show(new PatchesRendering(report, leftBehind, tree.trunk().commands()));
      return ExitCode.DONE;
    }
  }
}
