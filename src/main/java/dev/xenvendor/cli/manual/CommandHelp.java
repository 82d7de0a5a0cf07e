package dev.xenvendor.cli.manual;

import dev.xenvendor.cli.manual.CommandNotes.Example;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The help of a command: its own options, its exit status and examples. The options that every
 * command has are only in the help of the program.
 */
public final class CommandHelp extends Help {

  private static final String INDENT = "  ";

  public CommandHelp(CommandSpec command, ColorScheme colors) {
    super(command, colors);
  }

  private boolean isOfProgram() {
    return commandSpec().parent() == null;
  }

  /** Returns whether only the help of the program lists the option. */
  static boolean isGlobal(OptionSpec option, CommandSpec command) {
    return command.parent() != null
        && (option.inherited() || option.usageHelp() || option.versionHelp());
  }

  private List<OptionSpec> shown(Collection<OptionSpec> options) {
    return options.stream().filter(option -> !isGlobal(option, commandSpec())).toList();
  }

  @Override
  protected Text createDetailedSynopsisOptionsText(
      Collection<ArgSpec> done,
      List<OptionSpec> options,
      Comparator<OptionSpec> order,
      boolean clusters) {
    return super.createDetailedSynopsisOptionsText(done, shown(options), order, clusters);
  }

  @Override
  public String optionList() {
    return optionListExcludingGroups(shown(commandSpec().options()));
  }

  @Override
  public String footer(Object... parameters) {
    StringBuilder text = new StringBuilder();
    if (isOfProgram()) {
      define(text, "Exit status:", ManualEntry.EXIT_STATUS);
      define(text, "Environment:", ManualEntry.ENVIRONMENT);
      define(text, "Files, relative to the root of the tree:", ManualEntry.FILES);
      return text.append("\nSee also: xenvendor help COMMAND\n").toString();
    }
    CommandNotes notes = CommandNotes.of(commandSpec());
    if (!notes.examples().isEmpty()) {
      text.append("\nExamples:\n");
    }
    for (Example example : notes.examples()) {
      text.append(INDENT).append("# ").append(example.purpose()).append('\n');
      text.append(INDENT).append(example.command()).append('\n');
    }
    notes.finding().ifPresent(f -> text.append("\nExit status: 1 if " + f + ".\n"));
    return text.append(
            "\nSee also: xenvendor help, for the options of all commands and the exit status\n")
        .toString();
  }

  private static void define(StringBuilder text, String title, List<ManualEntry> definitions) {
    int width = definitions.stream().mapToInt(each -> each.term().length()).max().orElse(0);
    text.append('\n').append(title).append('\n');
    for (ManualEntry each : definitions) {
      String blanks = " ".repeat(width - each.term().length() + 2);
      text.append(INDENT).append(each.term()).append(blanks).append(each.meaning()).append('\n');
    }
  }
}
