package dev.xenvendor.cli;

import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.patch.Residue;
import dev.xenvendor.patch.review.PatchReview;
import dev.xenvendor.patch.review.PatchesReport;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.LeftBehind;
import dev.xenvendor.release.VendorConfig;
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
      PatchesReport report = review(context, workspace);
      context.show(
          new PatchesRendering(
              report,
              leftBehind(context.config(workspace), report.residue(), report.release()),
              workspace.present(report.vendor()).commands()));
      return ExitCode.DONE;
    }
  }

  private static List<LeftBehind> leftBehind(
      VendorConfig config, Residue residue, Version release) {
    return LeftBehind.in(
        config, release, residue.release().before().paths(), residue.local().before());
  }

  static PatchesReport review(Context context, Workspace workspace) {
    VendorConfig config = context.config(workspace);
    return new PatchReview(
            config.vendor(),
            context.patches(config, workspace.releases(config.vendor())),
            workspace.releases(config.vendor()),
            workspace.present(config.vendor()))
        .run();
  }
}
