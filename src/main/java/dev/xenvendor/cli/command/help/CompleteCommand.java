package dev.xenvendor.cli.command.help;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.help.GenerateCompletionCommand.CompletingShell;
import dev.xenvendor.cli.completion.Candidate;
import dev.xenvendor.cli.completion.Completion;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.problem.Problem;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Prints what fits at the cursor of a shell: a candidate on each line, a tab, and its meaning. The
 * scripts that {@code generate-completion} prints call it.
 */
public final class CompleteCommand extends Command {

  private final Argument<List<String>> arguments =
      syntax.words(
          "1..*", "WORD", "The shell, then the words from after the program to the cursor.");

  public CompleteCommand(Context context) {
    super(context, "complete", "Print what fits at the cursor of a shell.");
    syntax.spec().usageMessage().hidden(true);
  }

  @Override
  public boolean supportsJson() {
    return false;
  }

  @Override
  public Integer call() {
    boolean isBash = arguments.value().get(0).equals(CompletingShell.BASH.toString());
    List<String> typed = arguments.value().subList(1, arguments.value().size());
    List<String> words = isBash ? Completion.joined(typed) : typed;
    CommandSpec program = syntax.spec().root();
    Completion completion = Completion.of(program, words);
    if (isUsable(completion.globals(), program.commandLine())) {
      List<Candidate> candidates = completion.candidates(new TreeCompletions(context));
      String before = isBash ? beforeLastPart(words, typed) : "";
      candidates.forEach(candidate -> print(candidate, before));
    }
    return ExitCode.DONE;
  }

  /** Takes the options over, so that the context is that of the command line being typed. */
  private boolean isUsable(List<String> globals, CommandLine program) {
    try {
      program.parseArgs(globals.toArray(String[]::new));
      return true;
    } catch (ParameterException | Problem e) {
      return false; // what is typed cannot be run either
    }
  }

  /** Returns what bash keeps of the word at the cursor: all before its last word break. */
  private static String beforeLastPart(List<String> words, List<String> typed) {
    if (words.isEmpty()) {
      return "";
    }
    String word = words.get(words.size() - 1);
    String part = typed.get(typed.size() - 1);
    boolean isSeparator = part.equals("=") || part.equals(":");
    return word.substring(0, word.length() - (isSeparator ? 0 : part.length()));
  }

  private void print(Candidate candidate, String before) {
    String word = candidate.word();
    String shown = word.startsWith(before) ? word.substring(before.length()) : word;
    context.console().print(shown + '\t' + candidate.meaning() + '\n');
  }
}
