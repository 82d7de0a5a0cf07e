package dev.xenvendor.cli;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.ImportRendering;
import dev.xenvendor.report.UndoRendering;
import dev.xenvendor.vendor.ImportRelease;
import dev.xenvendor.vendor.VendorConfig;
import dev.xenvendor.vendor.Version;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Put a pristine release on the vendor branch and tag it.",
      "Trunk, index and work tree are never touched."
    })
final class ImportCommand implements Callable<Integer> {

  private final Context context;

  @Parameters(
      paramLabel = "VERSION",
      arity = "0..1",
      description = "The release, e.g. 3.3.0.",
      converter = VersionConverter.class)
  @Nullable Version version;

  @Mixin SourceOptions source = new SourceOptions();

  @Option(
      names = "--backfill",
      description = "Put an older release in its place before those that are there.")
  boolean backfill;

  @Option(
      names = "--undo",
      description = "Take back the newest import, if it was neither merged nor pushed.")
  boolean undo;

  ImportCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.openToWrite()) {
      VendorConfig config = context.config(workspace);
      ImportRelease importer = new ImportRelease(config, workspace.branch(config.vendor()));
      if (undo) {
        context.show(
            new UndoRendering(config.vendor(), importer.undo(Optional.ofNullable(version))));
        return ExitCode.DONE;
      }
      if (version == null) {
        throw Problem.usage("which release?").hint("xenvendor import VERSION --from SOURCE");
      }
      ImportRelease.Request request = new ImportRelease.Request(version, source.ref(), backfill);
      context.show(new ImportRendering(importer.run(request, context.source(source.from, config))));
      return ExitCode.DONE;
    }
  }
}
