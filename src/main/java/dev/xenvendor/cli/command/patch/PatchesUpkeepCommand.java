package dev.xenvendor.cli.command.patch;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.Workspace;
import dev.xenvendor.cli.console.AtomicFiles;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.patch.review.PatchUpkeep;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.report.patch.PatchUpkeepRendering;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A subcommand of {@code patches} that writes into the work tree and leaves the commit to people.
 */
final class PatchesUpkeepCommand extends Command {

  private final Argument<List<String>> ids;
  private final String name;
  private final String verb;
  private final String object;
  private final BiFunction<PatchUpkeep, List<String>, PatchUpkeep.Report> work;

  private PatchesUpkeepCommand(
      Context context,
      String name,
      String verb,
      String object,
      String description,
      String arity,
      BiFunction<PatchUpkeep, List<String>, PatchUpkeep.Report> work) {
    super(context, name, description);
    this.name = name;
    this.verb = verb;
    this.object = object;
    this.work = work;
    boolean all = arity.startsWith("0");
    this.ids = syntax.words(arity, "ID", "The patches." + (all ? " Default: all." : ""));
  }

  static PatchesUpkeepCommand apply(Context context) {
    return new PatchesUpkeepCommand(
        context,
        "apply",
        "Changed",
        "header",
        "Apply the declared local patches to the headers that lack them.",
        "0..*",
        PatchUpkeep::apply);
  }

  static PatchesUpkeepCommand refresh(Context context) {
    return new PatchesUpkeepCommand(
        context,
        "refresh",
        "Refreshed",
        "local patch",
        "Rewrite local patches so that they fit trunk's release.",
        "0..*",
        PatchUpkeep::refresh);
  }

  static PatchesUpkeepCommand retire(Context context) {
    return new PatchesUpkeepCommand(
        context,
        "retire",
        "Retired",
        "local patch",
        "End the range of local patches at trunk's release.",
        "1..*",
        PatchUpkeep::retire);
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      workspace.requireFiles();
      Downstream tree = context.present(workspace);
      Vendor vendor = tree.vendor();
      PatchUpkeep upkeep = new PatchUpkeep(tree);
      PatchUpkeep.Report report = work.apply(upkeep, ids.given().orElse(List.of()));
      write(workspace, vendor, report.files());
      context.show(new PatchUpkeepRendering(vendor, name, verb, object, report));
      return ExitCode.DONE;
    }
  }

  private static void write(
      Workspace workspace, Vendor vendor, Map<HeaderPath, Optional<HeaderFile>> files) {
    for (Map.Entry<HeaderPath, Optional<HeaderFile>> entry : files.entrySet()) {
      Path file = workspace.file(vendor, entry.getKey());
      if (entry.getValue().isEmpty()) {
        delete(file);
      } else if (Files.exists(file)) {
        AtomicFiles.replace(file, entry.getValue().get().bytes());
      } else {
        AtomicFiles.write(file, entry.getValue().get().bytes());
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw Problem.repository("cannot delete " + file + ": " + e.getMessage()).because(e);
    }
  }
}
