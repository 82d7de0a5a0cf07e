package dev.xenvendor.cli;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.ResolveRendering;
import dev.xenvendor.trunk.ConflictExplainer;
import dev.xenvendor.trunk.Resolve;
import dev.xenvendor.trunk.Resolve.Hunks;
import dev.xenvendor.trunk.Taking;
import dev.xenvendor.vendor.Vendor;
import dev.xenvendor.vendor.VendorConfig;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "resolve",
    description = {
      "Settle a conflict by taking one side's text.",
      "Without --hunk the side's whole file is taken, also where the other side's changes merged"
          + " cleanly; with --hunk all those stay."
    })
final class ResolveCommand implements Callable<Integer> {

  private final Context context;

  @Parameters(
      paramLabel = "PATH",
      description = "The file, from the root of the tree or from the headers' folder.")
  String path = "";

  @Option(
      names = "--hunk",
      paramLabel = "N|all",
      description = "Only this hunk, as `xenvendor conflicts` numbers them, or all of them.")
  @Nullable String hunk;

  @Option(
      names = "--take",
      paramLabel = "SIDE",
      required = true,
      description = "Whose text: ${COMPLETION-CANDIDATES}.")
  Taking taking = Taking.LOCAL;

  ResolveCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.openToWrite()) {
      VendorConfig config = context.config(workspace);
      Vendor vendor = config.vendor();
      Resolve resolve =
          new Resolve(
              vendor,
              workspace.branch(vendor),
              workspace.trunk(),
              context.lineDiff(),
              new ConflictExplainer(
                  vendor,
                  context.patches(config),
                  workspace.branch(vendor),
                  workspace.trunk(),
                  context.lineDiff(),
                  context.layoutProbe()));
      Resolve.Report report =
          resolve.run(
              new Resolve.Request(
                  TreePaths.inTree(path, context.directory(), workspace.root()), hunks(), taking));
      context.show(new ResolveRendering(report));
      return ExitCode.DONE;
    }
  }

  private Optional<Hunks> hunks() {
    if (hunk == null) {
      return Optional.empty();
    }
    if (hunk.equals("all")) {
      return Optional.of(new Hunks(Optional.empty()));
    }
    if (!hunk.matches("[1-9]\\d{0,5}")) {
      throw Problem.usage("--hunk takes a number or 'all', not '" + hunk + "'");
    }
    return Optional.of(new Hunks(Optional.of(Integer.valueOf(hunk))));
  }
}
