package dev.xenvendor.cli.completion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The parsed words before the cursor: the command, and what the next word may be.
 *
 * @param globals the program's options among them, with their values
 * @param options the values of the command's options before the cursor, by their longest names
 * @param awaiting the option whose value is the word at the cursor, if it is a separate word
 * @param position how many of the command's parameters precede the cursor
 * @param onlyParameters whether {@code --} has ended the options
 */
record PartialCommandLine(
    CommandSpec command,
    List<String> globals,
    Map<String, String> options,
    Optional<OptionSpec> awaiting,
    int position,
    boolean onlyParameters) {

  /** Reads the words from after the program's name to before the cursor. */
  static PartialCommandLine of(CommandSpec program, List<String> words) {
    PartialCommandLine line =
        new PartialCommandLine(program, List.of(), Map.of(), Optional.empty(), 0, false);
    for (String word : words) {
      line = line.with(word);
    }
    return line;
  }

  private PartialCommandLine with(String word) {
    if (awaiting.isPresent()) {
      OptionSpec option = awaiting.get();
      return giving(option, word)
          .after(globals(option, option.longestName(), word), Optional.empty());
    }
    if (word.equals("--")) {
      return new PartialCommandLine(command, globals, options, awaiting, position, true);
    }
    if (isOption(word)) {
      Optional<OptionSpec> option = optionOf(word);
      if (option.isPresent() && hasValue(word)) {
        return giving(option.get(), word.substring(word.indexOf('=') + 1))
            .after(globals(option.get(), word), Optional.empty());
      }
      boolean takesNext = option.isPresent() && option.get().arity().max() > 0;
      return takesNext
          ? after(globals, option)
          : after(option.map(o -> globals(o, word)).orElse(globals), Optional.empty());
    }
    if (position == 0 && command.subcommands().containsKey(word)) {
      CommandSpec named = command.subcommands().get(word).getCommandSpec();
      return new PartialCommandLine(named, globals, options, awaiting, 0, onlyParameters);
    }
    return new PartialCommandLine(
        command, globals, options, awaiting, position + 1, onlyParameters);
  }

  private PartialCommandLine after(List<String> moreGlobals, Optional<OptionSpec> nowAwaiting) {
    return new PartialCommandLine(
        command, moreGlobals, options, nowAwaiting, position, onlyParameters);
  }

  private PartialCommandLine giving(OptionSpec option, String value) {
    Map<String, String> more = new LinkedHashMap<>(options);
    more.put(option.longestName(), value);
    return new PartialCommandLine(command, globals, more, awaiting, position, onlyParameters);
  }

  boolean isOption(String word) {
    return !onlyParameters && word.startsWith("-") && word.length() > 1;
  }

  static boolean hasValue(String word) {
    return word.indexOf('=') > 0;
  }

  /** Returns the option that a word names, up to an equals sign. */
  Optional<OptionSpec> optionOf(String word) {
    String name = hasValue(word) ? word.substring(0, word.indexOf('=')) : word;
    return Optional.ofNullable(command.optionsMap().get(name));
  }

  private List<String> globals(OptionSpec option, String... words) {
    boolean isGlobal = option.inherited() || command.parent() == null;
    return isGlobal ? Stream.concat(globals.stream(), Stream.of(words)).toList() : globals;
  }
}
