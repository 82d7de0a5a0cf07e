package dev.xenvendor.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;

/** The commands by name, in the order in which help lists them. */
final class Commands {

  private static final Map<String, Function<Context, Object>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("demo", DemoCommand::new);
    ALL.put("adopt", AdoptCommand::new);
    ALL.put("import", ImportCommand::new);
    ALL.put("merge", MergeCommand::new);
    ALL.put("conflicts", ConflictsCommand::new);
    ALL.put("resolve", ResolveCommand::new);
    ALL.put("status", StatusCommand::new);
    ALL.put("releases", Commands::releases);
    ALL.put("patches", Commands::patches);
    ALL.put("cvs", CvsCommand::with);
    ALL.put("merge-trees", MergeTreesCommand::new);
    ALL.put("generate-completion", context -> new GenerateCompletion());
  }

  private Commands() {}

  static Set<String> names() {
    return Collections.unmodifiableSet(ALL.keySet());
  }

  private static CommandLine patches(Context context) {
    return new CommandLine(new PatchesCommand(context))
        .addSubcommand(new PatchesCommand.Show(context))
        .addSubcommand(new PatchesCommand.Verify(context))
        .addSubcommand(new PatchesCommand.New(context))
        .addSubcommand(new PatchesCommand.Export(context));
  }

  private static CommandLine releases(Context context) {
    return new CommandLine(new ReleasesCommand(context))
        .addSubcommand(new ReleasesCommand.Pin(context))
        .addSubcommand(new ReleasesCommand.Verify(context));
  }

  /**
   * Adds the commands that the arguments may mean. To look at the annotations of every command
   * takes longer than most commands do, so the others are left out unless somebody asks what there
   * is.
   */
  static void addTo(CommandLine line, Context context, List<String> arguments) {
    Set<String> named =
        ALL.keySet().stream().filter(arguments::contains).collect(Collectors.toSet());
    boolean some = !named.isEmpty() && !named.contains("generate-completion");
    ALL.forEach(
        (name, command) -> {
          if (!some || named.contains(name)) {
            line.addSubcommand(name, command.apply(context));
          }
        });
    line.getSubcommands().values().forEach(Commands::addHelp);
  }

  private static void addHelp(CommandLine command) {
    command.getCommandSpec().mixinStandardHelpOptions(true);
    command.getSubcommands().values().forEach(Commands::addHelp);
  }
}
