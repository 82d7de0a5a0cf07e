package dev.xenvendor.cli;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.conflict.ConflictsCommand;
import dev.xenvendor.cli.command.conflict.ResolutionsCommand;
import dev.xenvendor.cli.command.conflict.ResolveCommand;
import dev.xenvendor.cli.command.cvs.CvsCommand;
import dev.xenvendor.cli.command.demo.DemoCommand;
import dev.xenvendor.cli.command.help.CompleteCommand;
import dev.xenvendor.cli.command.help.GenerateCompletionCommand;
import dev.xenvendor.cli.command.help.GenerateManualCommand;
import dev.xenvendor.cli.command.help.HelpCommand;
import dev.xenvendor.cli.command.help.SchemaCommand;
import dev.xenvendor.cli.command.inspect.AbiCommand;
import dev.xenvendor.cli.command.inspect.CheckCommand;
import dev.xenvendor.cli.command.inspect.ImpactCommand;
import dev.xenvendor.cli.command.merge.MergeCommand;
import dev.xenvendor.cli.command.merge.MergeTreesCommand;
import dev.xenvendor.cli.command.merge.UpdateCommand;
import dev.xenvendor.cli.command.patch.PatchesCommand;
import dev.xenvendor.cli.command.release.AdoptCommand;
import dev.xenvendor.cli.command.release.ImportCommand;
import dev.xenvendor.cli.command.release.ReleasesCommand;
import dev.xenvendor.cli.command.release.StatusCommand;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** The commands by name, in the order in which help lists them. */
public final class Commands {

  private static final Map<String, Function<Context, Command>> ALL = new LinkedHashMap<>();

  /** Commands that are about all the others. */
  private static final Set<String> ABOUT_OTHERS = Set.of("help", "generate-manual", "complete");

  static {
    ALL.put("demo", Commands::demo);
    ALL.put("adopt", AdoptCommand::new);
    ALL.put("update", UpdateCommand::new);
    ALL.put("import", ImportCommand::new);
    ALL.put("merge", MergeCommand::new);
    ALL.put("conflicts", ConflictsCommand::new);
    ALL.put("resolve", ResolveCommand::new);
    ALL.put("resolutions", ResolutionsCommand::new);
    ALL.put("status", StatusCommand::new);
    ALL.put("releases", ReleasesCommand::new);
    ALL.put("patches", PatchesCommand::new);
    ALL.put("check", CheckCommand::new);
    ALL.put("abi", AbiCommand::new);
    ALL.put("impact", ImpactCommand::new);
    ALL.put("cvs", CvsCommand::new);
    ALL.put("merge-trees", MergeTreesCommand::new);
    ALL.put("help", HelpCommand::new);
    ALL.put("schema", SchemaCommand::new);
    ALL.put("generate-completion", GenerateCompletionCommand::new);
    ALL.put("generate-manual", GenerateManualCommand::new);
    ALL.put("complete", CompleteCommand::new);
  }

  private Commands() {}

  private static Command demo(Context context) {
    return new DemoCommand(
        context, line -> Xenvendor.run(context.console(), context.adapters(), line));
  }

  static Set<String> names() {
    return Collections.unmodifiableSet(ALL.keySet());
  }

  /** Returns what a command is called, and what the command line may have for it. */
  static CommandSpec specOf(String name, Context context) {
    return Objects.requireNonNull(ALL.get(name), name).apply(context).syntax().spec();
  }

  /**
   * Adds the commands that the arguments may name. Preparing all commands takes longer than running
   * most of them, so the others are left out, except for those commands that list them.
   */
  public static void addTo(CommandSpec program, Context context, List<String> arguments) {
    if (arguments.equals(List.of("--version"))) {
      return;
    }
    Set<String> named =
        ALL.keySet().stream().filter(arguments::contains).collect(Collectors.toSet());
    boolean some = !named.isEmpty() && Collections.disjoint(named, ABOUT_OTHERS);
    ALL.forEach(
        (name, command) -> {
          if (!some || named.contains(name)) {
            program.addSubcommand(name, command.apply(context).syntax().spec());
          }
        });
  }
}
