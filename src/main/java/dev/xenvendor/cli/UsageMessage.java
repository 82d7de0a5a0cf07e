package dev.xenvendor.cli;

import dev.xenvendor.problem.SpellingSuggestion;
import dev.xenvendor.profile.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words the error of a command line in one sentence, with the word that was probably meant. */
final class UsageMessage {

  /** Picocli's words for the place of a wrong value. */
  private static final Pattern PLACE =
      Pattern.compile(
          "Invalid value for (?:option '[^']*'|positional parameter at index \\S+)(?: \\(.*?\\))?: ");

  /** Git's words for the sides of a merge. */
  private static final Map<String, String> SIDES_OF_GIT =
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
    if (isExtraOfUndo(e)) {
      return "unexpected argument '" + e.getValue() + "'";
    }
    if (message.contains(": expected one of [")) {
      return place(argument)
          + ": there is no '"
          + e.getValue()
          + "'"
          + (SIDES_OF_GIT.containsKey(e.getValue()) && argument.paramLabel().equals("SIDE")
              ? ", did you mean '" + SIDES_OF_GIT.get(e.getValue()) + "'?"
              : choices(argument));
    }
    return PLACE.matcher(message).replaceFirst(Matcher.quoteReplacement(place(argument) + ": "));
  }

  /** Undoing takes no word but a version, and needs none. */
  private static boolean isExtraOfUndo(ParameterException e) {
    OptionSpec undo = e.getCommandLine().getCommandSpec().findOption("--undo");
    return e.getArgSpec().isPositional()
        && e.getArgSpec().type() == Version.class
        && undo != null
        && Boolean.TRUE.equals(undo.getValue());
  }

  private static String unmatched(String word, CommandLine command) {
    if (word.startsWith("-")) {
      String name = EnteredCommand.nameOf(word);
      Optional<String> side =
          side(name).filter(known -> command.getCommandSpec().findOption("--take") != null);
      Optional<String> meant =
          side.map(known -> "--take " + known)
              .or(() -> meantOption(name, command.getCommandSpec()));
      return "there is no option '" + name + "'" + question(meant);
    }
    if (!takesCommands(command)) {
      return "unexpected argument '" + word + "'";
    }
    String parent = command.getParent() == null ? "" : command.getCommandName() + " ";
    return "there is no command '" + parent + word + "'" + question(meantCommand(word, command));
  }

  /** Whether a word after the command is another command. */
  static boolean takesCommands(CommandLine command) {
    return command.getParent() == null || !command.getSubcommands().isEmpty();
  }

  /** The side that git calls by another name, as an option or as a word. */
  static Optional<String> side(String word) {
    return Optional.ofNullable(SIDES_OF_GIT.get(word.replaceFirst("^--", "")));
  }

  static Optional<String> meantOption(String name, CommandSpec command) {
    List<String> known = new ArrayList<>();
    command.options().forEach(option -> known.addAll(List.of(option.names())));
    return SpellingSuggestion.to(name, known);
  }

  static Optional<String> meantCommand(String word, CommandLine command) {
    // Of the program's own commands only those that the arguments name are there to be asked.
    return SpellingSuggestion.to(
        word, command.getParent() == null ? Commands.names() : command.getSubcommands().keySet());
  }

  private static String question(Optional<String> meant) {
    return meant.map(word -> ", did you mean '" + word + "'?").orElse("");
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
