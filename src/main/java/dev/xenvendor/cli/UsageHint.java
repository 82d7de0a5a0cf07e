package dev.xenvendor.cli;

import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ArchiveName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds the command that was probably meant when picocli rejects the command line. */
final class UsageHint {

  /** Commands of git and of other programs, and the commands here that do the same. */
  private static final Map<String, String> COMMANDS_OF_GIT =
      Map.ofEntries(
          Map.entry("abort", "merge --abort"),
          Map.entry("add", "resolve"),
          Map.entry("commit", "merge --continue"),
          Map.entry("continue", "merge --continue"),
          Map.entry("diff", "patches"),
          Map.entry("fetch", "import VERSION --from SOURCE"),
          Map.entry("init", "adopt --from SOURCE"),
          Map.entry("list", "releases"),
          Map.entry("log", "releases"),
          Map.entry("pull", "update"),
          Map.entry("undo", "merge --undo"),
          Map.entry("upgrade", "update"));

  private static final Map<String, List<String>> SYNONYMS =
      Map.of("new", List.of("add", "create"), "retire", List.of("delete", "remove", "rm"));

  /** Of two commands that share the work, where to look for an option that the first lacks. */
  private static final Map<String, List<String>> PARTNERS =
      Map.of(
          "import", List.of("update", "merge"),
          "merge", List.of("update", "import"),
          "update", List.of("merge", "import"));

  private final CommandSpec command;
  private final EnteredCommand typed;
  private final Function<String, CommandSpec> commands;

  /**
   * @param commands the commands of the program, by name
   */
  UsageHint(CommandLine command, List<String> arguments, Function<String, CommandSpec> commands) {
    this.command = command.getCommandSpec();
    this.typed = EnteredCommand.of(command, arguments);
    this.commands = commands;
  }

  /** Returns the corrected command; where nothing tells which, the one that prints the help. */
  String of(ParameterException e) {
    return corrected(e).orElse(command.qualifiedName() + " --help");
  }

  private Optional<String> corrected(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      if (word.startsWith("-")) {
        return option(word);
      }
      return UsageMessage.takesCommands(command.commandLine()) ? command(word) : argument(word);
    }
    boolean isVersion = e.getArgSpec() != null && e.getArgSpec().type() == Version.class;
    return isVersion && e.getArgSpec().isPositional() ? version(e.getValue()) : Optional.empty();
  }

  private Optional<String> option(String word) {
    String name = EnteredCommand.nameOf(word);
    if (command.parent() == null) {
      return afterItsCommand(name);
    }
    if (name.equals("--release") && takesVersion()) {
      boolean hasValue = !word.equals(name);
      String version = word.substring(hasValue ? name.length() + 1 : 0);
      return shown(hasValue ? typed.replacing(word, version) : typed.without(word));
    }
    if (name.equals("--json")) {
      return shown(typed.without(word).with("--format", "json"));
    }
    Optional<String> side = UsageMessage.side(name);
    if (side.isPresent()) {
      String take = "--take " + side.get();
      return Optional.of(
          command.findOption("--take") == null
              ? "xenvendor resolve PATH " + take
              : typed.without(word).text() + " " + take);
    }
    return UsageMessage.meantOption(name, command)
        .map(meant -> typed.replacing(word, meant + word.substring(name.length())).text())
        .or(() -> partner(name));
  }

  private boolean takesVersion() {
    return command.positionalParameters().stream().anyMatch(p -> p.type() == Version.class);
  }

  /** Only options of the whole program come before the command. */
  private Optional<String> afterItsCommand(String option) {
    return typed.words().stream()
        .filter(Commands.names()::contains)
        .findFirst()
        .filter(name -> commands.apply(name).findOption(option) != null)
        .map(name -> typed.without(name).named("xenvendor " + name).text());
  }

  private Optional<String> partner(String option) {
    return PARTNERS.getOrDefault(command.name(), List.of()).stream()
        .filter(name -> commands.apply(name).findOption(option) != null)
        .findFirst()
        .map(name -> typed.named("xenvendor " + name).text());
  }

  private Optional<String> command(String word) {
    EnteredCommand rest = typed.without(word);
    return UsageMessage.meantCommand(word, command.commandLine())
        .map(meant -> rest.named(typed.name() + " " + meant).text())
        .or(() -> command.parent() == null ? commandOfProgram(word) : commandOfGroup(word));
  }

  private Optional<String> commandOfProgram(String word) {
    if (COMMANDS_OF_GIT.containsKey(word)) {
      return Optional.of("xenvendor " + COMMANDS_OF_GIT.get(word));
    }
    String inGroups =
        Commands.names().stream()
            .filter(group -> commands.apply(group).subcommands().containsKey(word))
            .map(group -> "xenvendor " + group + " " + word)
            .collect(Collectors.joining(", or "));
    return Optional.of(inGroups).filter(found -> !found.isEmpty());
  }

  private Optional<String> commandOfGroup(String word) {
    if (Stream.of("list", "ls", "status").anyMatch(word::equals)) {
      return Optional.of(typed.name());
    }
    for (Map.Entry<String, List<String>> meant : SYNONYMS.entrySet()) {
      if (meant.getValue().contains(word) && command.subcommands().containsKey(meant.getKey())) {
        return shown(typed.without(word).named(typed.name() + " " + meant.getKey()));
      }
    }
    if (command.subcommands().containsKey("show")) {
      return shown(typed.named(typed.name() + " show"));
    }
    boolean lists = command.name().equals("releases") && Version.inName(word).isPresent();
    return lists ? Optional.of(typed.name()) : Optional.empty();
  }

  private Optional<String> argument(String word) {
    if (command.findOption("--" + word) != null) {
      return shown(typed.replacing(word, "--" + word));
    }
    return isSource(word) ? from(word) : Optional.empty();
  }

  private Optional<String> version(String value) {
    if (typed.words().contains("--undo")) {
      return shown(typed.without(value));
    }
    return Version.inName(value)
        .map(version -> typed.replacing(value, version).text())
        .or(() -> argument(value));
  }

  private static boolean isSource(String word) {
    return word.contains("/")
        || word.startsWith("~")
        || word.endsWith(".git")
        || ArchiveName.isIn(word);
  }

  /** Names a source by its option; a release that the option has instead changes places with it. */
  private Optional<String> from(String source) {
    EnteredCommand rest = typed.without(source);
    if (command.findOption("--from") == null) {
      return partner("--from").map(to -> rest.named(to).with("--from", source).text());
    }
    int from = rest.words().indexOf("--from");
    if (from >= 0 && from + 1 < rest.words().size()) {
      String release = rest.words().get(from + 1);
      return shown(rest.without("--from").without(release).with(release, "--from", source));
    }
    boolean lacksVersion = command.name().equals("import") && rest.words().isEmpty();
    return shown(
        lacksVersion ? rest.with("VERSION", "--from", source) : rest.with("--from", source));
  }

  private static Optional<String> shown(EnteredCommand command) {
    return Optional.of(command.text());
  }
}
