package dev.xenvendor.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "cvs",
    description = "The same in a CVS repository, by means of the cvs program.",
    synopsisSubcommandLabel = "COMMAND")
final class CvsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** The command with all that it has. */
  static CommandLine with(Context context) {
    return new CommandLine(new CvsCommand());
  }
}
