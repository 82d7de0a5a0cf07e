package dev.xenvendor.cli;

import dev.xenvendor.cvs.CvsImport;
import dev.xenvendor.cvs.CvsImportReport;
import dev.xenvendor.cvs.CvsRepository;
import dev.xenvendor.report.CvsImportRendering;
import dev.xenvendor.vendor.ImportRelease;
import dev.xenvendor.vendor.Manifest;
import dev.xenvendor.vendor.ManifestYaml;
import dev.xenvendor.vendor.Source;
import dev.xenvendor.vendor.VendorConfig;
import dev.xenvendor.vendor.Version;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

final class CvsImportCommand extends Command {

  private final Argument<Version> version =
      syntax.parameter("VERSION", Version.class, "The release, e.g. 3.3.0.");

  private final CvsPlaceOptions where = new CvsPlaceOptions(syntax);

  private final SourceOptions source = new SourceOptions(syntax);

  private final PinOption pin = new PinOption(syntax);

  private final CvsBaseOption base = new CvsBaseOption(syntax);

  private final Flag rehearse =
      syntax.flag(
          "--rehearse",
          "Do it in a throw-away copy only, since CVS cannot undo an import, and try the merge"
              + " there.");

  CvsImportCommand(Context context) {
    super(
        context,
        "import",
        "Import a pristine release into a CVS repository, and prove that it came out as it went"
            + " in.");
  }

  /** Writes the manifest of a release into the tree, and tells where that is. */
  private String write(VendorConfig config, Manifest manifest) {
    String path = config.manifestPath(manifest.version());
    String title = config.vendor().title(manifest.version());
    Path folder =
        context.options().config().map(context.directory()::resolve).orElse(context.cvsTop());
    NewFiles.write(folder.resolve(path), ManifestYaml.writeOfFirstUse(title, manifest));
    return path;
  }

  @Override
  public Integer call() {
    VendorConfig config = context.configIn(context.cvsTop());
    CvsPlaces places = new CvsPlaces(context, where);
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
    context.show(new CvsImportRendering(report, manifest, CvsCommand.again(context, where)));
    return ExitCode.DONE;
  }
}
