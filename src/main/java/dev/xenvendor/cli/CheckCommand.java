package dev.xenvendor.cli;

import dev.xenvendor.check.CheckReport;
import dev.xenvendor.check.CheckTree;
import dev.xenvendor.check.Inspection;
import dev.xenvendor.report.CheckRendering;
import dev.xenvendor.trunk.TrunkView;
import dev.xenvendor.vendor.Rule;
import dev.xenvendor.vendor.VendorConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

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
      description = "Leave out what a check of this commit says already.")
  @Nullable String since;

  @Option(
      names = "--report",
      paramLabel = "FORMAT=FILE",
      description =
          "Write the findings to a file as well: as text, json, sarif, junit, github or markdown;"
              + " may be given several times.",
      converter = ReportFile.Converter.class)
  List<ReportFile> reports = new ArrayList<>();

  CheckCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      CheckReport report = check(workspace);
      CheckRendering rendering = new CheckRendering(report);
      context.show(rendering);
      reports.forEach(file -> file.write(context.directory(), rendering));
      return report.errors() > 0 ? ExitCode.FINDING : ExitCode.DONE;
    }
  }

  private CheckReport check(Workspace workspace) {
    CheckTree check = new CheckTree(Set.copyOf(rules));
    VendorConfig config = context.config(workspace);
    Inspection now = inspection(workspace, config, workspace.present());
    if (since == null) {
      return check.run(now);
    }
    TrunkView earlier = workspace.at(since);
    if (earlier.file(config.vendor().recordPath()).isEmpty()) {
      return check.runSince(now, Optional.empty(), since); // not taken over yet
    }
    VendorConfig then = context.configAt(workspace, since, config.vendor().name());
    return check.runSince(now, Optional.of(inspection(workspace, then, earlier)), since);
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

  /** Reads a rule's name. */
  static final class RuleConverter implements ITypeConverter<Rule> {
    @Override
    public Rule convert(String value) {
      List<String> words = Arrays.stream(Rule.values()).map(Rule::word).toList();
      return Rule.ofWord(value).orElseThrow(() -> Choice.unknown("rule", value, words));
    }
  }
}
