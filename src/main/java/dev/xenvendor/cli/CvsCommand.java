package dev.xenvendor.cli;

import dev.xenvendor.cli.option.CvsPlaceOptions;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.CvsCall;

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

  /** A command of this kind with the options that the present one was given. */
  static CvsCall again(Context context, CvsPlaceOptions where) {
    return new CvsCall(context.options().configWords(), where.words());
  }
}
