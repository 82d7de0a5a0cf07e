package dev.xenvendor.cli;

import dev.xenvendor.abi.AbiReport;
import dev.xenvendor.abi.InterfaceReader;
import dev.xenvendor.abi.NamedHeaders;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.AbiRendering;
import dev.xenvendor.vendor.VendorConfig;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "abi",
    description = {
      "Tell what changed in layouts, constants, macros and hypercalls, on i386 and on x86_64.",
      "The C compiler works out sizes, places and values."
    })
final class AbiCommand implements Callable<Integer> {

  private final Context context;

  @Parameters(
      paramLabel = "OLD",
      description = "A release, e.g. 3.1.0, or trunk for the tree's own headers.")
  String before = "";

  @Parameters(paramLabel = "NEW", description = "The one to compare with it, likewise.")
  String after = "";

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      description = "Where to read releases that are not imported: as import takes it.")
  @Nullable String from;

  @Option(
      names = "--interface-version",
      paramLabel = "V",
      description =
          "See the headers as guests of this interface version do, e.g. 0x00030201. Default: the"
              + " newest that each release knows.")
  @Nullable String interfaceVersion;

  AbiCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      VendorConfig config = context.config(workspace);
      NamedHeaders named =
          new NamedHeaders(
              config,
              workspace.branch(config.vendor()),
              folder -> workspace.present(config.vendor()).tree(folder),
              Optional.ofNullable(from).map(source -> context.source(Optional.of(source), config)));
      AbiReport report = AbiReport.between(named.find(before), named.find(after), reader());
      context.show(new AbiRendering(report));
      return ExitCode.DONE;
    }
  }

  private InterfaceReader reader() {
    InterfaceReader reader = new InterfaceReader(context.layoutProbe().get().compiler());
    if (interfaceVersion == null) {
      return reader;
    }
    if (!interfaceVersion.matches("0[xX][0-9a-fA-F]{1,8}|\\d{1,9}")) {
      throw Problem.usage("not an interface version: '" + interfaceVersion + "'")
          .hint("it is a number as __XEN_INTERFACE_VERSION__ has it, e.g. 0x00030201");
    }
    return reader.atVersion(interfaceVersion);
  }
}
