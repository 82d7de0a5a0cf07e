package dev.xenvendor.cli.command.patch;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.Workspace;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.console.ReportFiles;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.patch.review.PatchesReport;
import dev.xenvendor.release.OrphanedFile;
import dev.xenvendor.report.html.HtmlReport;
import dev.xenvendor.report.html.PatchesSection;
import dev.xenvendor.report.patch.PatchesRendering;
import java.util.List;

/** The command {@code patches}, which shows the state of the local patches in trunk. */
public final class PatchesCommand extends Command {

  private final ReportFiles reports = ReportFiles.usual(syntax);

  public PatchesCommand(Context context) {
    super(context, "patches", "Show the state of the local patches in trunk.");
    addCommands(
        new PatchesShowCommand(context),
        new PatchesVerifyCommand(context),
        new PatchesNewCommand(context),
        PatchesUpkeepCommand.apply(context),
        PatchesUpkeepCommand.refresh(context),
        PatchesUpkeepCommand.retire(context),
        new PatchesExportCommand(context));
  }

  @Override
  public Integer call() {
    reports.requireWritable(context.directory());
    try (Workspace workspace = context.open()) {
      Downstream tree = context.present(workspace);
      PatchesReport report = PatchesReport.of(tree);
      List<OrphanedFile> leftBehind =
          OrphanedFile.in(tree.config(), report.release(), tree.pristine(), tree.local());
      PatchesRendering rendering =
          new PatchesRendering(report, leftBehind, tree.trunk().commands());
      context.show(rendering);
      context.write(
          reports,
          HtmlReport.of(rendering, PatchesSection.title(report), () -> PatchesSection.of(report)));
      return ExitCode.DONE;
    }
  }
}
