package dev.xenvendor.cli;

import dev.xenvendor.check.CheckReport;
import dev.xenvendor.check.CheckTree;
import dev.xenvendor.check.Inspection;
import dev.xenvendor.problem.Nearest;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.CheckRendering;
import dev.xenvendor.report.Format;
import dev.xenvendor.report.Style;
import dev.xenvendor.vendor.Rule;
import dev.xenvendor.vendor.VendorConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "check",
    description = {
      "Check that trunk is the release plus the local patches, and still fits the code around it.",
      "Exits 1 where it finds an error."
    })
final class CheckCommand implements Callable<Integer> {

  private final Context context;

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      split = ",",
      description = "Check this rule only; may be given several times.",
      converter = RuleConverter.class)
  List<Rule> rules = new ArrayList<>();

  @Option(
      names = "--since",
      paramLabel = "COMMIT",
      description = "Leave out what could be found at this commit already.")
  @Nullable String since;

  @Option(
      names = "--report",
      paramLabel = "FORMAT=FILE",
      description =
          "Write the findings to a file as well: as text, json, sarif, junit, github or markdown.")
  Map<Format, Path> reports = new LinkedHashMap<>();

  CheckCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      CheckReport report = check(workspace);
      CheckRendering rendering = new CheckRendering(report);
      reports.forEach((format, file) -> write(file, rendering.in(format, Style.PLAIN)));
      context.show(rendering);
      return report.errors() > 0 ? ExitCode.FINDING : ExitCode.DONE;
    }
  }

  private CheckReport check(Workspace workspace) {
    CheckTree check = new CheckTree(Set.copyOf(rules));
    VendorConfig config = context.config(workspace);
    Inspection now = context.inspection(workspace, config, workspace.present());
    if (since == null) {
      return check.run(now);
    }
    VendorConfig then = context.configAt(workspace, since, config.vendor().name());
    return check.runSince(now, context.inspection(workspace, then, workspace.at(since)), since);
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

  /** Reads a rule's name. */
  static final class RuleConverter implements ITypeConverter<Rule> {
    @Override
    public Rule convert(String value) {
      List<String> words = Arrays.stream(Rule.values()).map(Rule::word).toList();
      return Rule.ofWord(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "there is no rule '"
                          + value
                          + "'"
                          + Nearest.to(value, words)
                              .map(n -> ", did you mean '" + n + "'?")
                              .orElse(" (" + String.join(", ", words) + ")")));
    }
  }
}
