package dev.xenvendor.cli;

import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.patch.review.PatchExport;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.report.PatchRendering;

final class PatchesShowCommand extends Command {

  private final Argument<String> id = syntax.parameter("ID", String.class, "The patch.");

  PatchesShowCommand(Context context) {
    super(
        context, "show", "Show one local patch: what it changes, why, and where trunk carries it.");
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      VendorConfig config = context.config(workspace);
      PatchExport.required(
          context.patches(config, workspace.releases(config.vendor())), id.value());
      PatchReport report = PatchesCommand.review(context, workspace).find(id.value());
      context.show(new PatchRendering(config.vendor(), report));
      return ExitCode.DONE;
    }
  }
}
