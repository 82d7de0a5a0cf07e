package dev.xenvendor.cli.command.release;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.GitWorkspace;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.impact.consumer.RequestedInterfaces;
import dev.xenvendor.report.release.StatusRendering;
import dev.xenvendor.status.Status;
import java.util.Optional;

/** The command {@code status}, which shows the state of the tree and the next command. */
public final class StatusCommand extends Command {

  public StatusCommand(Context context) {
    super(
        context,
        "status",
        "Show the state of the tree and the next command.",
        "With -v also the interface versions that the code requests.");
  }

  @Override
  public Integer call() {
    try (GitWorkspace workspace = context.openGit()) {
      Downstream present = context.present(workspace);
      Downstream committed = context.downstream(workspace, present.config(), workspace.trunk());
      Status status =
          new Status(
              committed, workspace.trunk(), present, workspace.savedMerges(committed.vendor()));
      Optional<RequestedInterfaces> asked =
          context.isVerbose()
              ? Optional.of(context.inspection(present).askedInterfaces())
              : Optional.empty();
      context.show(new StatusRendering(status.run(), asked));
      return ExitCode.DONE;
    }
  }
}
