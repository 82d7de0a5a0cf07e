package dev.xenvendor.cli.command.release;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.Workspace;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.branch.Releases;
import dev.xenvendor.report.release.ReleasesRendering;

/** The command {@code releases}, which lists the known, imported and skipped releases. */
public final class ReleasesCommand extends Command {

  public ReleasesCommand(Context context) {
    super(context, "releases", "List the known, imported and skipped releases.");
    addCommands(
        new ReleasesAvailableCommand(context),
        new ReleasesPinCommand(context),
        new ReleasesVerifyCommand(context));
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      Releases releases = releases(context, workspace);
      context.show(new ReleasesRendering(releases.vendor(), releases.all()));
      return ExitCode.DONE;
    }
  }

  public static Releases releases(Context context, Workspace workspace) {
    VendorConfig config = context.config(workspace);
    return new Releases(config, workspace.releases(config.vendor()));
  }
}
