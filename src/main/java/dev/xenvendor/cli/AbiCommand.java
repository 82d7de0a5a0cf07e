package dev.xenvendor.cli;

import dev.xenvendor.abi.AbiReport;
import dev.xenvendor.abi.InterfaceReader;
import dev.xenvendor.abi.NamedHeaders;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.AbiRendering;
import dev.xenvendor.trunk.TrunkView;
import dev.xenvendor.vendor.VendorConfig;
import java.util.List;
import java.util.Optional;

final class AbiCommand implements Command {

  private final Syntax syntax =
      Syntax.of(
          this,
          "abi",
          "Tell what changed in layouts, constants, macros and hypercalls, on i386 and on x86_64.",
          "The C compiler works out sizes, places and values.");

  private final Argument<List<String>> trees =
      syntax.words(
          "2",
          "OLD NEW",
          "Two releases, e.g. 3.1.0 3.3.0; trunk stands for the tree's own headers.");

  private final Argument<String> from =
      syntax.option(
          "--from",
          "SOURCE",
          String.class,
          "Where to read releases that are not imported: as import takes it.");

  private final Argument<String> interfaceVersion =
      syntax.option(
          "--interface-version",
          "V",
          String.class,
          "See the headers as guests of this interface version do, e.g. 0x00030201. Default: the"
              + " newest that each release knows.");

  private final Context context;

  AbiCommand(Context context) {
    this.context = context;
  }

  @Override
  public Syntax syntax() {
    return syntax;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      VendorConfig config = context.config(workspace);
      NamedHeaders named =
          new NamedHeaders(
              config,
              workspace.branch(config.vendor()),
              folder -> files(workspace.present(config.vendor()), folder),
              from.given().map(source -> context.source(Optional.of(source), config)));
      List<String> sides = trees.value();
      AbiReport report =
          AbiReport.between(named.find(sides.get(0)), named.find(sides.get(1)), reader());
      context.show(new AbiRendering(report));
      return ExitCode.DONE;
    }
  }

  private static HeaderTree files(TrunkView trunk, Optional<HeaderPath> folder) {
    return folder.map(trunk::tree).orElseGet(trunk::tree);
  }

  private InterfaceReader reader() {
    InterfaceReader reader = new InterfaceReader(context.layoutProbe().get().compiler());
    return interfaceVersion.given().map(version -> atVersion(reader, version)).orElse(reader);
  }

  private static InterfaceReader atVersion(InterfaceReader reader, String version) {
    if (!version.matches("0[xX][0-9a-fA-F]{1,8}|\\d{1,9}")) {
      throw Problem.usage("not an interface version: '" + version + "'")
          .hint("it is a number as __XEN_INTERFACE_VERSION__ has it, e.g. 0x00030201");
    }
    return reader.atVersion(version);
  }
}
