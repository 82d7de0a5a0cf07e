package dev.xenvendor.cli;

import dev.xenvendor.report.ReleasesRendering;
import dev.xenvendor.vendor.Releases;
import dev.xenvendor.vendor.VendorConfig;

final class ReleasesCommand extends Command {

  ReleasesCommand(Context context) {
    super(context, "releases", "List the known, imported and skipped releases.");
    addCommands(new ReleasesPinCommand(context), new ReleasesVerifyCommand(context));
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      Releases releases = releases(context, workspace);
      context.show(new ReleasesRendering(releases.vendor(), releases.all()));
      return ExitCode.DONE;
    }
  }

  static Releases releases(Context context, Workspace workspace) {
    VendorConfig config = context.config(workspace);
    return new Releases(config, workspace.branch(config.vendor()));
  }
}
