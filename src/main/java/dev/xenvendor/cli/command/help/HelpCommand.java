package dev.xenvendor.cli.command.help;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.problem.SpellingSuggestion;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The command {@code help}, which shows the help of a command. */
public final class HelpCommand extends Command {

  private final Argument<List<String>> words =
      syntax.words("0..*", "COMMAND", "The command. Default: the program itself.");

  public HelpCommand(Context context) {
    super(context, "help", "Show the help of a command.");
  }

  @Override
  public boolean supportsJson() {
    return false;
  }

  @Override
  public Integer call() {
    CommandLine found = syntax.spec().root().commandLine();
    for (String word : words.given().orElse(List.of())) {
      found = below(found, word);
    }
    context.console().print(found.getUsageMessage());
    return ExitCode.DONE;
  }

  private static CommandLine below(CommandLine parent, String word) {
    Map<String, CommandLine> commands = parent.getSubcommands();
    CommandLine found = commands.get(word);
    if (found == null) {
      String nearest = SpellingSuggestion.question(word, commands.keySet());
      throw Problem.usage("there is no command '" + word + "'" + nearest)
          .hint(parent.getCommandSpec().qualifiedName() + " --help");
    }
    return found;
  }
}
