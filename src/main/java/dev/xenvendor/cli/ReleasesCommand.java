package dev.xenvendor.cli;

import dev.xenvendor.impact.PinInterface;
import dev.xenvendor.report.PinRendering;
import dev.xenvendor.report.ReleasesRendering;
import dev.xenvendor.report.VerifyRendering;
import dev.xenvendor.vendor.PinRelease;
import dev.xenvendor.vendor.Releases;
import dev.xenvendor.vendor.Source;
import dev.xenvendor.vendor.VendorConfig;
import dev.xenvendor.vendor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class ReleasesCommand implements Command {

  private final Syntax syntax =
      Syntax.of(this, "releases", "List the known, imported and skipped releases.");

  private final Context context;

  ReleasesCommand(Context context) {
    this.context = context;
    syntax.with(new Pin(context)).with(new Verify(context));
  }

  @Override
  public Syntax syntax() {
    return syntax;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      Releases releases = releases(context, workspace);
      context.show(new ReleasesRendering(releases.vendor(), releases.all()));
      return ExitCode.DONE;
    }
  }

  private static Releases releases(Context context, Workspace workspace) {
    VendorConfig config = context.config(workspace);
    return new Releases(config, workspace.branch(config.vendor()));
  }

  static final class Verify implements Command {

    private final Syntax syntax =
        Syntax.of(this, "verify", "Compare the vendor branch and its tags with the manifests.");

    private final Argument<String> from =
        syntax.option(
            "--from",
            "SOURCE",
            String.class,
            "Compare the manifests with upstream's git repository as well, each at its commit.");

    private final Context context;

    Verify(Context context) {
      this.context = context;
    }

    @Override
    public Syntax syntax() {
      return syntax;
    }

    @Override
    public Integer call() {
      try (Workspace workspace = context.open()) {
        Releases releases = releases(context, workspace);
        VerifyRendering report =
            new VerifyRendering(
                releases.vendor(),
                verified(workspace, releases),
                releases.tagFaults(),
                workspace.present(releases.vendor()).commands());
        context.show(report);
        return report.isPristine() ? ExitCode.DONE : ExitCode.FINDING;
      }
    }

    private List<Releases.Verified> verified(Workspace workspace, Releases releases) {
      if (from.given().isEmpty()) {
        return releases.verify();
      }
      try (Source source = context.source(from.given(), context.config(workspace)).get()) {
        return releases.verify(source);
      }
    }
  }

  static final class Pin implements Command {

    private final Syntax syntax =
        Syntax.of(this, "pin", "Record what a release is, so that imports of it can be verified.");

    private final Argument<Version> version =
        syntax.parameter("VERSION", Version.class, "The release, e.g. 3.3.0.");

    private final SourceOptions source = new SourceOptions(syntax);

    private final Context context;

    Pin(Context context) {
      this.context = context;
    }

    @Override
    public Syntax syntax() {
      return syntax;
    }

    @Override
    public Integer call() {
      try (Workspace workspace = context.openToWriteFiles()) {
        VendorConfig config = context.config(workspace);
        Path folder = context.configFolder(workspace);
        try (Source opened = context.source(source.from(), config).get()) {
          Version pinned = version.value();
          PinRelease.Report report = new PinRelease(config).run(pinned, source.ref(), opened);
          PinInterface.Report names = new PinInterface(config).run(pinned, report.headers());
          PinRendering.Written manifest =
              write(folder.resolve(report.path()), report.yaml(), report.isNew());
          PinRendering.Written interfaceFile =
              write(folder.resolve(names.path()), names.yaml(), names.isNew());
          context.show(
              new PinRendering(
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
    private PinRendering.Written write(Path file, byte[] yaml, boolean isNew) {
      boolean missing = isNew || !Files.exists(file);
      if (missing) {
        NewFiles.write(file, yaml);
      }
      return new PinRendering.Written(shown(file), missing);
    }

    private String shown(Path file) {
      Path here = context.directory();
      return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
    }
  }
}
