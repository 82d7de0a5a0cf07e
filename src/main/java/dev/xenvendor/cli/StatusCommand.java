package dev.xenvendor.cli;

import dev.xenvendor.report.StatusRendering;
import dev.xenvendor.trunk.Status;
import dev.xenvendor.vendor.VendorConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Tell where the tree stands and what to do next.")
final class StatusCommand implements Callable<Integer> {

  private final Context context;

  StatusCommand(Context context) {
    this.context = context;
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
