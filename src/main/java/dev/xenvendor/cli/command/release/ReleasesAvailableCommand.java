package dev.xenvendor.cli.command.release;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.Workspace;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.Flag;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.problem.Shell;
import dev.xenvendor.release.AvailableReleases;
import dev.xenvendor.release.Source;
import dev.xenvendor.report.release.AvailableReleasesRendering;
import java.util.Optional;

/**
 * The command {@code releases available}, which lists upstream's releases that are not imported.
 */
final class ReleasesAvailableCommand extends Command {

  private final Argument<String> from =
      syntax.option(
          "--from",
          "SOURCE",
          String.class,
          "Upstream's git repository (path or URL). Default: git config"
              + " xenvendor.VENDOR.source, else the profile's upstream repository.");
  private final Flag exitCode =
      syntax.flag("--exit-code", "Exit with 1 if there is a final release to import.");

  ReleasesAvailableCommand(Context context) {
    super(context, "available", "List upstream's releases that are not imported.");
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      Downstream tree = context.present(workspace);
      AvailableReleases available = available(workspace, tree);
      context.show(
          new AvailableReleasesRendering(
              tree.vendor(), available, tree.trunk().commands(), fromWords()));
      return exitCode.isSet() && available.isAny() ? ExitCode.FINDING : ExitCode.DONE;
    }
  }

  private String fromWords() {
    return from.given().map(name -> " --from " + Shell.quoted(name)).orElse("");
  }

  private AvailableReleases available(Workspace workspace, Downstream tree) {
    try (Source source = context.source(from.given(), workspace, tree.vendor()).get()) {
      return AvailableReleases.of(
          source,
          tree.vendor().upstream().tags(),
          tree.isAdopted() ? tree.release() : Optional.empty(),
          tree.branch().releases());
    }
  }
}
