package dev.xenvendor.cli;

import dev.xenvendor.check.CheckReport;
import dev.xenvendor.check.CheckTree;
import dev.xenvendor.check.Inspection;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.CheckRendering;
import dev.xenvendor.report.Format;
import dev.xenvendor.report.Style;
import dev.xenvendor.trunk.TrunkView;
import dev.xenvendor.vendor.Rule;
import dev.xenvendor.vendor.VendorConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class CheckCommand implements Command {

  private final Syntax syntax =
      Syntax.of(
          this,
          "check",
          "Check that trunk is the release plus the local patches, and still fits the code around"
              + " it.",
          "Exits 1 where it finds an error.");

  private final Argument<List<Rule>> rules =
      syntax.options(
          "--rule", "RULE", Rule.class, "Check this rule only; may be given several times.");

  private final Argument<String> since =
      syntax.option(
          "--since",
          "COMMIT",
          String.class,
          "Leave out what could be found at this commit already.");

  private final Argument<Map<Format, Path>> reports =
      syntax.pairs(
          "--report",
          "FORMAT=FILE",
          Format.class,
          Path.class,
          "Write the findings to a file as well: as text, json, sarif, junit, github or markdown.");

  private final Context context;

  CheckCommand(Context context) {
    this.context = context;
  }

  @Override
  public Syntax syntax() {
    return syntax;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      CheckReport report = check(workspace);
      CheckRendering rendering = new CheckRendering(report);
      reports
          .given()
          .orElse(Map.of())
          .forEach((format, file) -> write(file, rendering.in(format, Style.PLAIN)));
      context.show(rendering);
      return report.errors() > 0 ? ExitCode.FINDING : ExitCode.DONE;
    }
  }

  private CheckReport check(Workspace workspace) {
    CheckTree check = new CheckTree(Set.copyOf(rules.given().orElse(List.of())));
    VendorConfig config = context.config(workspace);
    Inspection now = inspection(workspace, config, workspace.present());
    return since
        .given()
        .map(commit -> check.runSince(now, earlier(workspace, config, commit), commit))
        .orElseGet(() -> check.run(now));
  }

  private Inspection earlier(Workspace workspace, VendorConfig config, String commit) {
    VendorConfig then = context.configAt(workspace, commit, config.vendor().name());
    return inspection(workspace, then, workspace.at(commit));
  }

  private Inspection inspection(Workspace workspace, VendorConfig config, TrunkView trunk) {
    return new Inspection(
        config,
        context.patches(config),
        workspace.branch(config.vendor()),
        trunk,
        context.lineDiff(),
        context.layoutProbe());
  }

  private void write(Path file, String text) {
    Path path = context.directory().resolve(file);
    try {
      Files.writeString(path, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Problem.usage("cannot write " + path + ": " + e.getMessage())
          .hint("--report takes a format and a file in a folder that is there: sarif=check.sarif")
          .because(e);
    }
  }
}
