package dev.xenvendor.cli.command.cvs;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.console.AtomicFiles;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.CvsBaseOption;
import dev.xenvendor.cli.option.CvsLocationOptions;
import dev.xenvendor.cli.option.Flag;
import dev.xenvendor.cli.option.PinOption;
import dev.xenvendor.cli.option.SourceOptions;
import dev.xenvendor.cvs.CvsRepository;
import dev.xenvendor.cvs.release.CvsImport;
import dev.xenvendor.cvs.release.CvsImportReport;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.ManifestYaml;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.branch.ImportRelease;
import dev.xenvendor.report.cvs.CvsImportRendering;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The command {@code cvs import}, which imports a release into a CVS repository and verifies it.
 */
final class CvsImportCommand extends Command {

  private final Argument<Version> version =
      syntax.parameter("VERSION", Version.class, "The release, e.g. 3.3.0.");

  private final CvsLocationOptions where = new CvsLocationOptions(syntax);

  private final SourceOptions source = new SourceOptions(syntax);

  private final PinOption pin = new PinOption(syntax);

  private final CvsBaseOption base = new CvsBaseOption(syntax);

  private final Flag rehearse =
      syntax.flag(
          "--rehearse",
          "Import into a temporary copy only, since CVS cannot undo an import, and try the merge"
              + " there.");

  CvsImportCommand(Context context) {
    super(
        context,
        "import",
        "Import a pristine release into a CVS repository, and verify the result.");
  }

  /** Writes the manifest of a release into the tree, and tells where that is. */
  private String write(VendorConfig config, Manifest manifest) {
    String path = config.manifestPath(manifest.version());
    String title = config.vendor().title(manifest.version());
    Path folder =
        context.options().config().map(context.directory()::resolve).orElse(context.cvsTop());
    AtomicFiles.write(folder.resolve(path), ManifestYaml.writeOfFirstUse(title, manifest));
    return path;
  }

  @Override
  public Integer call() {
    VendorConfig config = context.configIn(context.cvsTop());
    CvsLocationFinder places = new CvsLocationFinder(context, where);
    CvsRepository repository = places.repository();
    CvsImport importer =
        new CvsImport(
            config, repository, places.place(repository, config.vendor().prefix()), base.release());
    ImportRelease.Request request = new ImportRelease.Request(version.value(), source.ref());
    Supplier<Source> from = context.source(source.from(), config);
    CvsImportReport report =
        rehearse.isSet() ? importer.rehearse(request, from) : importer.run(request, from);
    Optional<String> manifest =
        report.manifest().filter(m -> pin.isWanted()).map(m -> write(config, m));
    context.show(
        new CvsImportRendering(
            report, manifest, where.words(), source.words() + base.words() + pin.words()));
    return ExitCode.DONE;
  }
}
