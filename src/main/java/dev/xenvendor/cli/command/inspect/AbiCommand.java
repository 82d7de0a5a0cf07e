package dev.xenvendor.cli.command.inspect;

import dev.xenvendor.abi.AbiReader;
import dev.xenvendor.abi.AbiReport;
import dev.xenvendor.abi.HeaderSetFinder;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.Workspace;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.console.ReportFiles;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.ComparedReleases;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.html.AbiSection;
import dev.xenvendor.report.html.HtmlReport;
import dev.xenvendor.report.impact.AbiRendering;
import java.util.List;

/** The command {@code abi}, which compares the interfaces of two releases. */
public final class AbiCommand extends Command {

  private final Argument<List<String>> trees =
      syntax.words(
          "0..2",
          "RELEASE",
          "The old and the new release, e.g. 3.1.0 3.3.0; a single one is the new one. trunk means"
              + " the tree's own headers.");

  private final Argument<String> from =
      syntax.option(
          "--from",
          "SOURCE",
          String.class,
          "The source of releases that are not imported, as for import.");

  private final Argument<String> interfaceVersion =
      syntax.option(
          "--interface-version",
          "V",
          String.class,
          "Read the headers as guests of this interface version, e.g. 0x00030201. Default: the"
              + " newest that each release knows.");

  private final ReportFiles reports = ReportFiles.usual(syntax);

  public AbiCommand(Context context) {
    super(
        context,
        "abi",
        "Compare layouts, constants, macros and hypercalls of two releases, on i386 and x86_64.",
        "The C compiler determines sizes, offsets and values. Default: from the last merged release"
            + " to the newest imported one.");
  }

  @Override
  public Integer call() {
    reports.requireWritable(context.directory());
    try (Workspace workspace = context.open()) {
      Downstream tree = context.present(workspace);
      HeaderSetFinder named =
          new HeaderSetFinder(
              tree.config(),
              tree.branch(),
              folder -> folder.map(tree.trunk()::tree).orElseGet(tree.trunk()::tree),
              from.given().map(context::source));
      ComparedReleases<String> sides = sides(context.inspection(tree));
      AbiReport report =
          AbiReport.between(
              named.find(sides.from()), named.find(sides.to()), reader(), context.steadyProgress());
      AbiRendering rendering = new AbiRendering(report);
      context.show(rendering);
      context.write(
          reports, HtmlReport.of(rendering, AbiSection.title(report), () -> AbiSection.of(report)));
      return ExitCode.DONE;
    }
  }

  private ComparedReleases<String> sides(Inspection tree) {
    List<String> named = trees.given().orElse(List.of());
    ComparedReleases<String> sides =
        ComparedReleases.of(
            "abi",
            named,
            () -> ComparedReleases.merged(tree, "abi").text(),
            () -> ComparedReleases.newest(tree, "abi").text());
    if (named.size() < 2 && sides.from().equals(sides.to())) {
      throw Problem.usage("trunk has " + sides.to() + ", which would be compared with itself")
          .hint("name the release to compare it with: xenvendor abi " + sides.to() + " trunk");
    }
    return sides;
  }

  private AbiReader reader() {
    AbiReader reader = new AbiReader(context.layoutProbe().get().compiler());
    return interfaceVersion.given().map(version -> atVersion(reader, version)).orElse(reader);
  }

  private static AbiReader atVersion(AbiReader reader, String version) {
    if (!version.matches("0[xX][0-9a-fA-F]{1,8}|\\d{1,9}")) {
      throw Problem.usage("not an interface version: '" + version + "'")
          .hint("use a value of __XEN_INTERFACE_VERSION__, e.g. 0x00030201");
    }
    return reader.atVersion(version);
  }
}
