package dev.xenvendor.cli;

import dev.xenvendor.problem.SpellingSuggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what is wrong with a command line, and which word was probably meant. */
final class UsageMessage {

  /** Picocli's words for the place of a wrong value. */
  private static final Pattern PLACE =
      Pattern.compile(
          "Invalid value for (?:option '[^']*'|positional parameter at index \\S+)(?: \\(.*?\\))?: ");

  /** Git's words for the sides of a merge. */
  private static final Map<String, String> WORDS_OF_GIT =
      Map.of("ours", "local", "theirs", "vendor");

  private UsageMessage() {}

  static String of(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched.getUnmatched().get(0), e.getCommandLine());
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      List<String> labels = missing.getMissing().stream().map(UsageMessage::label).toList();
      return "missing: " + String.join(", ", labels);
    }
    String message = String.valueOf(e.getMessage()).strip();
    ArgSpec argument = e.getArgSpec();
    if (argument == null) {
      return message;
    }
    if (message.contains(": expected one of [")) {
      return place(argument)
          + ": there is no '"
          + e.getValue()
          + "'"
          + (WORDS_OF_GIT.containsKey(e.getValue()) && argument.paramLabel().equals("SIDE")
              ? ", did you mean '" + WORDS_OF_GIT.get(e.getValue()) + "'?"
              : choices(argument));
    }
    return PLACE.matcher(message).replaceFirst(Matcher.quoteReplacement(place(argument) + ": "));
  }

  private static String unmatched(String word, CommandLine command) {
    if (word.startsWith("-")) {
      String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      List<String> known = new ArrayList<>();
      command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
      String side = WORDS_OF_GIT.get(name.replaceFirst("^--", ""));
      if (side != null && command.getCommandSpec().findOption("--take") != null) {
        return "there is no option '" + name + "', did you mean '--take " + side + "'?";
      }
      return "there is no option '" + name + "'" + SpellingSuggestion.question(name, known);
    }
    if (command.getParent() != null && command.getSubcommands().isEmpty()) {
      return "unexpected argument '" + word + "'";
    }
    // Of the program's own commands only those that the arguments name are there to be asked.
    boolean isProgram = command.getParent() == null;
    String parent = isProgram ? "" : command.getCommandName() + " ";
    Collection<String> known = isProgram ? Commands.names() : command.getSubcommands().keySet();
    return "there is no command '" + parent + word + "'" + SpellingSuggestion.question(word, known);
  }

  private static String choices(ArgSpec argument) {
    return " (" + String.join(", ", argument.completionCandidates()) + ")";
  }

  private static String place(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String label(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }
}
