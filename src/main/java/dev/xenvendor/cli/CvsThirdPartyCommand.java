package dev.xenvendor.cli;

import dev.xenvendor.cvs.CvsRepository;
import dev.xenvendor.cvs.Surveyor;
import dev.xenvendor.cvs.ThirdParty;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.ThirdPartyRendering;
import dev.xenvendor.vendor.VendorConfig;
import dev.xenvendor.vendor.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "3rdparty",
    description = {
      "Put the vendor's entry into doc/3RDPARTY, or bring it up to date; nothing else in the file"
          + " is touched."
    })
final class CvsThirdPartyCommand implements Callable<Integer> {

  private final Context context;

  @Parameters(
      index = "0",
      paramLabel = "VERSION",
      description = "The release that the tree has.",
      converter = VersionConverter.class)
  Version version = Version.of("0");

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "doc/3RDPARTY",
      description = "The file; ${DEFAULT-VALUE} if none is named.")
  String file = "";

  @Option(
      names = "--field",
      paramLabel = "NAME=TEXT",
      description = "The text of a field, e.g. Responsible=cegger; may be given several times.")
  Map<String, String> fields = new LinkedHashMap<>();

  @Option(
      names = {"-n", "--dry-run"},
      description = "Show the entry, and write nothing.")
  boolean dryRun;

  @Mixin CvsPlaceOptions where = new CvsPlaceOptions();

  CvsThirdPartyCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    VendorConfig config = context.configIn(context.directory());
    Path path = context.directory().resolve(file);
    ThirdParty.Report report =
        new ThirdParty(config, version, vendorTag(config), LocalDate.now(ZoneOffset.UTC), fields)
            .putInto(read(path));
    if (!dryRun && report.result() != ThirdParty.Result.UNCHANGED) {
      NewFiles.replace(path, report.file());
    }
    context.show(new ThirdPartyRendering(report, file, dryRun));
    return ExitCode.DONE;
  }

  /** As the repository has it, where one is named; else the profile's. */
  private String vendorTag(VendorConfig config) {
    CvsPlaces places = new CvsPlaces(context, where);
    return places
        .named()
        .map(repository -> vendorTag(config, places, repository))
        .orElseGet(() -> config.vendor().cvs().vendorTag());
  }

  private static String vendorTag(VendorConfig config, CvsPlaces places, CvsRepository repository) {
    return new Surveyor(config, repository, places.place(repository, config.vendor().prefix()))
        .vendorTag();
  }

  private byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw Problem.usage("there is no " + file + " to read")
          .hint("name it: xenvendor cvs 3rdparty " + version + " src/doc/3RDPARTY")
          .because(e);
    }
  }
}
