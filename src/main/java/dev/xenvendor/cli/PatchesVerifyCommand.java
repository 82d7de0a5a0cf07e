package dev.xenvendor.cli;

import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.patch.review.VerifyPatches;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.report.VerifyPatchesRendering;

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
      VendorConfig config = context.config(workspace);
      Vendor vendor = config.vendor();
      VerifyPatches.Report report =
          new VerifyPatches(
                  context.patches(config, workspace.releases(config.vendor())),
                  workspace.releases(vendor))
              .run(PatchesCommand.review(context, workspace));
      context.show(new VerifyPatchesRendering(report));
      return report.isClean() ? ExitCode.DONE : ExitCode.FINDING;
    }
  }
}
