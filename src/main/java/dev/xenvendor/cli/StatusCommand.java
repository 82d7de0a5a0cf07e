package dev.xenvendor.cli;

import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.impact.RequestedInterfaces;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.VendorReleases;
import dev.xenvendor.report.StatusRendering;
import dev.xenvendor.status.Status;
import java.util.Optional;

final class StatusCommand extends Command {

  StatusCommand(Context context) {
    super(
        context,
        "status",
        "Show the state of the tree and the next command.",
        "With -v also the interface versions that the code requests.");
  }

  @Override
  public Integer call() {
    try (GitWorkspace workspace = context.openGit()) {
      VendorConfig config = context.config(workspace);
      VendorReleases branch = workspace.releases(config.vendor());
      Status status =
          new Status(
              config,
              context.patches(config, branch),
              branch,
              workspace.trunk(),
              workspace.present(config.vendor()));
      Optional<RequestedInterfaces> asked =
          context.isVerbose()
              ? Optional.of(
                  context
                      .inspection(workspace, config, workspace.present(config.vendor()))
                      .askedInterfaces())
              : Optional.empty();
      context.show(new StatusRendering(status.run(), asked));
      return ExitCode.DONE;
    }
  }
}
