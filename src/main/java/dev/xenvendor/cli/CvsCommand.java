package dev.xenvendor.cli;

import dev.xenvendor.problem.Problem;

final class CvsCommand extends Command {

  CvsCommand(Context context) {
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
