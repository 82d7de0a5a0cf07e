package dev.xenvendor.cli.command.patch;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.Workspace;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.patch.review.VerifyPatches;
import dev.xenvendor.report.patch.VerifyPatchesRendering;

/** The command {@code patches verify}, which applies the local patches to every release. */
final class PatchesVerifyCommand extends Command {

  PatchesVerifyCommand(Context context) {
    super(
        context,
        "verify",
        "Verify that the local patches apply to trunk and to every imported release, and do not"
            + " overlap.");
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      VerifyPatches.Report report = new VerifyPatches(context.present(workspace)).run();
      context.show(new VerifyPatchesRendering(report));
      return report.isClean() ? ExitCode.DONE : ExitCode.FINDING;
    }
  }
}
