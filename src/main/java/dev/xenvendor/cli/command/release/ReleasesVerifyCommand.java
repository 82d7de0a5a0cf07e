package dev.xenvendor.cli.command.release;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.Workspace;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.downstream.HintCommands;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.branch.Releases;
import dev.xenvendor.report.release.VerifyReleasesRendering;
import java.util.List;

/** The command {@code releases verify}, which compares the vendor branch with the manifests. */
final class ReleasesVerifyCommand extends Command {

  private final Argument<String> from =
      syntax.option(
          "--from",
          "SOURCE",
          String.class,
          "Also compare the manifests with upstream's git repository, each at its commit.");

  ReleasesVerifyCommand(Context context) {
    super(context, "verify", "Compare the vendor branch and its tags with the manifests.");
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      Releases releases = ReleasesCommand.releases(context, workspace);
      HintCommands commands = workspace.present(releases.vendor()).commands();
      requireSome(releases, commands);
      VerifyReleasesRendering report =
          new VerifyReleasesRendering(
              releases.vendor(), verified(releases), releases.tagFaults(), commands);
      context.show(report);
      return report.isPristine() ? ExitCode.DONE : ExitCode.FINDING;
    }
  }

  /** A vendor branch that was not fetched proves nothing. */
  private static void requireSome(Releases releases, HintCommands commands) {
    if (!releases.hasImported()) {
      Vendor vendor = releases.vendor();
      throw Problem.repository(
              "there is nothing to verify: "
                  + commands.branch(vendor)
                  + " holds no release of "
                  + vendor.title())
          .hint("where it exists elsewhere: " + commands.fetch(vendor));
    }
  }

  private List<Releases.Verified> verified(Releases releases) {
    if (from.given().isEmpty()) {
      return releases.verify();
    }
    try (Source source = context.source(from.value()).get()) {
      return releases.verify(source);
    }
  }
}
