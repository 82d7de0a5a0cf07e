package dev.xenvendor.cli;

import dev.xenvendor.problem.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command as it was typed, to be shown corrected.
 *
 * @param name the program and the command, e.g. {@code xenvendor patches show}
 * @param words what follows the command, without the options of the whole program
 */
record EnteredCommand(String name, List<String> words) {

  /** The command that picocli found, in the arguments of the program. */
  static EnteredCommand of(CommandLine command, List<String> arguments) {
    List<String> rest = new ArrayList<>(arguments);
    CommandSpec spec = command.getCommandSpec();
    for (CommandSpec above = spec; above.parent() != null; above = above.parent()) {
      rest.remove(above.name());
    }
    return new EnteredCommand(spec.qualifiedName(), ownWords(spec.root(), rest));
  }

  private static List<String> ownWords(CommandSpec program, List<String> words) {
    List<String> own = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      OptionSpec ofProgram = program.findOption(nameOf(words.get(i)));
      if (ofProgram == null) {
        own.add(words.get(i));
      } else if (ofProgram.arity().max() > 0 && !words.get(i).contains("=")) {
        i++;
      }
    }
    return own;
  }

  /** The name of an option that may have its value in the same word. */
  static String nameOf(String word) {
    int equals = word.indexOf('=');
    return equals < 0 ? word : word.substring(0, equals);
  }

  EnteredCommand named(String other) {
    return new EnteredCommand(other, words);
  }

  EnteredCommand with(String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of(more));
    return new EnteredCommand(name, all);
  }

  EnteredCommand without(String word) {
    return new EnteredCommand(name, words.stream().filter(each -> !each.equals(word)).toList());
  }

  EnteredCommand replacing(String word, String other) {
    UnaryOperator<String> replaced = each -> each.equals(word) ? other : each;
    return new EnteredCommand(name, words.stream().map(replaced).toList());
  }

  /** Returns the command as a shell takes it. */
  String text() {
    return name
        + words.stream().map(word -> " " + Shell.quoted(word)).collect(Collectors.joining());
  }
}
