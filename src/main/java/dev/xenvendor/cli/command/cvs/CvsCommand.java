package dev.xenvendor.cli.command.cvs;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.problem.Problem;

/** The command {@code cvs}, which groups the commands for CVS repositories. */
public final class CvsCommand extends Command {

  public CvsCommand(Context context) {
    super(context, "cvs", "Import and merge in a CVS repository.");
    addCommands(
        new CvsPlanCommand(context),
        new CvsImportCommand(context),
        new CvsMergeCommand(context),
        new CvsUpdateCommand(context),
        new CvsThirdPartyCommand(context));
  }

  @Override
  public Integer call() {
    throw Problem.usage("a command is missing").hint("xenvendor cvs --help lists them");
  }
}
