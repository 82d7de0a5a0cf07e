package dev.xenvendor.cli;

import dev.xenvendor.cvs.CvsImport;
import dev.xenvendor.cvs.CvsImportReport;
import dev.xenvendor.cvs.CvsPlan;
import dev.xenvendor.cvs.CvsRepository;
import dev.xenvendor.report.CvsImportRendering;
import dev.xenvendor.report.CvsPlanRendering;
import dev.xenvendor.vendor.ImportRelease;
import dev.xenvendor.vendor.Source;
import dev.xenvendor.vendor.VendorConfig;
import dev.xenvendor.vendor.Version;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "cvs",
    description = "The same in a CVS repository, by means of the cvs program.",
    synopsisSubcommandLabel = "COMMAND")
final class CvsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** The command with all that it has. */
  static CommandLine with(Context context) {
    return new CommandLine(new CvsCommand())
        .addSubcommand(new Plan(context))
        .addSubcommand(new Import(context))
        .addSubcommand(new CvsThirdPartyCommand(context));
  }

  @Command(
      name = "plan",
      description = {
        "Say how a release gets into a CVS repository: tags, commands, and the entry for"
            + " doc/3RDPARTY. Nothing is written."
      })
  static final class Plan implements Callable<Integer> {

    private final Context context;

    @Parameters(
        paramLabel = "VERSION",
        description = "The release, e.g. 3.3.0.",
        converter = VersionConverter.class)
    Version version = Version.of("0");

    @Mixin CvsPlaceOptions where = new CvsPlaceOptions();

    Plan(Context context) {
      this.context = context;
    }

    @Override
    public Integer call() {
      VendorConfig config = context.configIn(context.directory());
      CvsPlaces places = new CvsPlaces(context, where);
      CvsRepository repository = places.repository();
      CvsPlan plan =
          new CvsPlan(config, repository, places.place(repository, config.vendor().prefix()));
      context.show(new CvsPlanRendering(plan.run(version, LocalDate.now(ZoneOffset.UTC))));
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "import",
      description = {
        "Import a pristine release into a CVS repository, and prove that it came out as it went in."
      })
  static final class Import implements Callable<Integer> {

    private final Context context;

    @Parameters(
        paramLabel = "VERSION",
        description = "The release, e.g. 3.3.0.",
        converter = VersionConverter.class)
    Version version = Version.of("0");

    @Mixin CvsPlaceOptions where = new CvsPlaceOptions();

    @Mixin SourceOptions source = new SourceOptions();

    @Option(
        names = "--rehearse",
        description =
            "Do it in a throw-away copy only, since CVS cannot undo an import, and try the merge"
                + " there.")
    boolean rehearse;

    Import(Context context) {
      this.context = context;
    }

    @Override
    public Integer call() {
      VendorConfig config = context.configIn(context.directory());
      CvsPlaces places = new CvsPlaces(context, where);
      CvsRepository repository = places.repository();
      CvsImport importer =
          new CvsImport(config, repository, places.place(repository, config.vendor().prefix()));
      ImportRelease.Request request = new ImportRelease.Request(version, source.ref(), false);
      Supplier<Source> from = context.source(source.from, config);
      CvsImportReport report =
          rehearse ? importer.rehearse(request, from) : importer.run(request, from);
      context.show(new CvsImportRendering(report));
      return ExitCode.DONE;
    }
  }
}
