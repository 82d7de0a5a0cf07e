package dev.xenvendor.cli.command.patch;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.GitWorkspace;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.patch.review.PatchExport;
import dev.xenvendor.profile.Version;
import dev.xenvendor.report.patch.PatchExportRendering;

/** The command {@code patches export}, which exports a local patch as a git patch for upstream. */
final class PatchesExportCommand extends Command {

  private final Argument<String> id = syntax.parameter("ID", String.class, "The patch.");

  private final Argument<Version> release =
      syntax.option(
          "--release",
          "VERSION",
          Version.class,
          "The imported release to export against. Default: the newest that the patch is for.");

  PatchesExportCommand(Context context) {
    super(context, "export", "Export a local patch as a git patch against upstream's tree.");
  }

  @Override
  public Integer call() {
    try (GitWorkspace workspace = context.openGit()) {
      PatchExport export = new PatchExport(context.committed(workspace));
      context.show(
          new PatchExportRendering(export.run(id.value(), release.given()), workspace.identity()));
      return ExitCode.DONE;
    }
  }
}
