package dev.xenvendor.cli;

import dev.xenvendor.report.ExportRendering;
import dev.xenvendor.trunk.PatchExport;
import dev.xenvendor.vendor.VendorConfig;
import dev.xenvendor.vendor.Version;

final class PatchesExportCommand extends Command {

  private final Argument<String> id = syntax.parameter("ID", String.class, "The patch.");

  private final Argument<Version> release =
      syntax.option(
          "--release",
          "VERSION",
          Version.class,
          "The imported release it is to be against; the newest that the patch is for, where none"
              + " is named.");

  PatchesExportCommand(Context context) {
    super(
        context,
        "export",
        "Write a local patch as a git patch against upstream's tree, to send it.");
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      VendorConfig config = context.config(workspace);
      PatchExport export =
          new PatchExport(
              config.vendor(),
              context.patches(config, workspace.branch(config.vendor())),
              workspace.branch(config.vendor()));
      context.show(
          new ExportRendering(export.run(id.value(), release.given()), workspace.identity()));
      return ExitCode.DONE;
    }
  }
}
