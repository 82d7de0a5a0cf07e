package dev.xenvendor.cli;

import dev.xenvendor.report.StatusRendering;
import dev.xenvendor.trunk.Status;
import dev.xenvendor.vendor.VendorConfig;

final class StatusCommand implements Command {

  private final Syntax syntax =
      Syntax.of(this, "status", "Tell where the tree stands and what to do next.");

  private final Context context;

  StatusCommand(Context context) {
    this.context = context;
  }

  @Override
  public Syntax syntax() {
    return syntax;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      VendorConfig config = context.config(workspace);
      Status status =
          new Status(
              config, workspace.branch(config.vendor()), workspace.trunk(), context.lineDiff());
      context.show(new StatusRendering(status.run()));
      return ExitCode.DONE;
    }
  }
}
