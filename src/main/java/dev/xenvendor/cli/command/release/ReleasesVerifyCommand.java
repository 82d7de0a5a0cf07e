package dev.xenvendor.cli.command.release;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.Workspace;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.release.Releases;
import dev.xenvendor.release.Source;
import dev.xenvendor.report.release.VerifyReleasesRendering;
import java.util.List;

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
      VerifyReleasesRendering report =
          new VerifyReleasesRendering(
              releases.vendor(),
              verified(releases),
              releases.tagFaults(),
              workspace.present(releases.vendor()).commands());
      context.show(report);
      return report.isPristine() ? ExitCode.DONE : ExitCode.FINDING;
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
