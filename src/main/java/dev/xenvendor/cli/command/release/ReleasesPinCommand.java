package dev.xenvendor.cli.command.release;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.Workspace;
import dev.xenvendor.cli.console.AtomicFiles;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.SourceOptions;
import dev.xenvendor.impact.api.PinInterface;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.PinRelease;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.report.release.PinReleaseRendering;
import java.nio.file.Files;
import java.nio.file.Path;

/** The command {@code releases pin}, which writes the manifest of a release. */
final class ReleasesPinCommand extends Command {

  private final Argument<Version> version =
      syntax.parameter("VERSION", Version.class, "The release, e.g. 3.3.0.");

  private final SourceOptions source = new SourceOptions(syntax);

  ReleasesPinCommand(Context context) {
    super(context, "pin", "Write the manifest of a release, with which its imports are verified.");
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.openToWriteFiles()) {
      VendorConfig config = context.config(workspace);
      Path folder = context.configFolder(workspace);
      try (Source opened = context.source(source.from(), workspace, config.vendor()).get()) {
        Version pinned = version.value();
        PinRelease.Report report = new PinRelease(config).run(pinned, source.ref(), opened);
        PinInterface.Report names = new PinInterface(config).run(pinned, report.headers());
        PinReleaseRendering.Written manifest =
            write(folder.resolve(report.path()), report.yaml(), report.isNew());
        PinReleaseRendering.Written interfaceFile =
            write(folder.resolve(names.path()), names.yaml(), names.isNew());
        context.show(
            new PinReleaseRendering(
                config.vendor(),
                report,
                names.names(),
                manifest,
                interfaceFile,
                workspace.present(config.vendor()).commands()));
        return ExitCode.DONE;
      }
    }
  }

  /** Writes a file that says something new, or is not there yet. */
  private PinReleaseRendering.Written write(Path file, byte[] yaml, boolean isNew) {
    boolean missing = isNew || !Files.exists(file);
    if (missing) {
      AtomicFiles.write(file, yaml);
    }
    return new PinReleaseRendering.Written(shown(file), missing);
  }

  private String shown(Path file) {
    Path here = context.directory();
    return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
  }
}
