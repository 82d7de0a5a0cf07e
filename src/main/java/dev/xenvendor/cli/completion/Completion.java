package dev.xenvendor.cli.completion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Finds the words that fit at the cursor, from the model that the command line is parsed by. */
public final class Completion {

  private static final Set<String> FILES = Set.of("SOURCE", "FILE", "PATH");
  private static final Set<String> FOLDERS = Set.of("DIR");

  private final PartialCommandLine line;
  private final String typed;

  private Completion(PartialCommandLine line, String typed) {
    this.line = line;
    this.typed = typed;
  }

  /**
   * Reads a command line that is being typed.
   *
   * @param words those after the program's name; the last one ends at the cursor
   */
  public static Completion of(CommandSpec program, List<String> words) {
    int last = words.size() - 1;
    return last < 0
        ? new Completion(PartialCommandLine.of(program, words), "")
        : new Completion(PartialCommandLine.of(program, words.subList(0, last)), words.get(last));
  }

  /**
   * Joins what bash splits at equals signs and colons: {@code --format = js} is {@code
   * --format=js}, and {@code https : //xen} is {@code https://xen}.
   */
  public static List<String> joined(List<String> words) {
    List<String> joined = new ArrayList<>();
    boolean open = false;
    for (String word : words) {
      boolean isSeparator = word.equals("=") || word.equals(":");
      if (!joined.isEmpty() && (isSeparator || open)) {
        joined.add(joined.remove(joined.size() - 1) + word);
      } else {
        joined.add(word);
      }
      open = isSeparator;
    }
    return joined;
  }

  /** Returns the program's own options among the words, such as {@code -C DIR}. */
  public List<String> globals() {
    return line.globals();
  }

  /**
   * Returns the words that fit. One that begins with {@code :files} or {@code :directories} stands
   * for the files that begin with what follows it.
   */
  public List<Candidate> candidates(CompletionValues values) {
    if (line.awaiting().isPresent()) {
      return valuesOf(line.awaiting().get(), "", typed, values);
    }
    if (line.isOption(typed) && PartialCommandLine.hasValue(typed)) {
      int after = typed.indexOf('=') + 1;
      return line.optionOf(typed)
          .map(o -> valuesOf(o, typed.substring(0, after), typed.substring(after), values))
          .orElse(List.of());
    }
    return typed.startsWith("-") && !line.onlyParameters() ? options() : words(values);
  }

  private List<Candidate> options() {
    List<Candidate> options = new ArrayList<>();
    for (OptionSpec option : line.command().options()) {
      for (String name : option.names()) {
        if (!option.hidden() && name.startsWith(typed)) {
          options.add(new Candidate(name, firstLine(option.description())));
        }
      }
    }
    return options;
  }

  private List<Candidate> words(CompletionValues values) {
    List<Candidate> words = new ArrayList<>();
    if (line.position() == 0) {
      words.addAll(commands(line.command(), typed));
    }
    line.command().positionalParameters().stream()
        .filter(parameter -> parameter.index().contains(line.position()))
        .forEach(parameter -> words.addAll(valuesOf(parameter, "", typed, values)));
    return words;
  }

  /** Returns the commands of a command that begin as typed. */
  public static List<Candidate> commands(CommandSpec command, String typed) {
    List<Candidate> commands = new ArrayList<>();
    for (CommandLine each : command.subcommands().values()) {
      CommandSpec spec = each.getCommandSpec();
      if (!spec.usageMessage().hidden() && spec.name().startsWith(typed)) {
        commands.add(new Candidate(spec.name(), firstLine(spec.usageMessage().description())));
      }
    }
    return commands;
  }

  private List<Candidate> valuesOf(
      ArgSpec argument, String before, String value, CompletionValues values) {
    String label = argument.paramLabel();
    int afterComma = ",".equals(argument.splitRegex()) ? value.lastIndexOf(',') + 1 : 0;
    String prefix = before + value.substring(0, afterComma);
    String open = value.substring(afterComma);
    if (label.endsWith("=FILE") && open.contains("=")) {
      return List.of(Candidate.of(":files " + open.substring(open.indexOf('=') + 1)));
    }
    boolean alsoFiles = !files(label, open).isEmpty();
    List<Candidate> found =
        values.of(argument, line.command(), line.options()).stream()
            .filter(candidate -> candidate.word().startsWith(open))
            .filter(candidate -> !alsoFiles || open.isEmpty() || isAddress(candidate.word()))
            .map(candidate -> candidate.after(prefix))
            .toList();
    if (!found.isEmpty()) {
      return Stream.concat(files(label, open).stream(), found.stream()).toList();
    }
    if (argument.completionCandidates() != null) {
      return listed(argument.completionCandidates(), open, word -> Candidate.of(prefix + word));
    }
    return files(label, open);
  }

  /** Returns whether a source is an address, and not a file, which the shell completes itself. */
  private static boolean isAddress(String word) {
    return word.contains(":");
  }

  private static List<Candidate> listed(
      Iterable<String> words, String open, Function<String, Candidate> candidate) {
    Set<Candidate> found = new LinkedHashSet<>();
    words.forEach(
        word -> {
          if (word.startsWith(open)) {
            found.add(candidate.apply(word));
          }
        });
    return List.copyOf(found);
  }

  private static List<Candidate> files(String label, String open) {
    if (FOLDERS.contains(label)) {
      return List.of(Candidate.of(":directories " + open));
    }
    return FILES.contains(label) ? List.of(Candidate.of(":files " + open)) : List.of();
  }

  private static String firstLine(String... description) {
    return Arrays.stream(description).findFirst().orElse("").replaceAll("\\s+", " ");
  }
}
