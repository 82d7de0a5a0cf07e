package dev.xenvendor.cli.command.cvs;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.console.AtomicFiles;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.CvsLocationOptions;
import dev.xenvendor.cli.option.Flag;
import dev.xenvendor.cvs.UsedTags;
import dev.xenvendor.cvs.release.ImportPreflight;
import dev.xenvendor.cvs.thirdparty.ThirdParty;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.report.cvs.ThirdPartyRendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * The command {@code cvs 3rdparty}, which adds or updates the vendor's entry in {@code
 * doc/3RDPARTY}.
 */
final class CvsThirdPartyCommand extends Command {

  private static final String USUAL_FILE = "doc/3RDPARTY";

  private final Argument<Version> version =
      syntax.parameter("VERSION", Version.class, "The release that the tree has.");

  private final Argument<String> named =
      syntax.optionalSecondParameter(
          "FILE", String.class, "The file. Default: " + USUAL_FILE + ".");

  private final Argument<Map<String, String>> fields =
      syntax.pairs(
          "--field", "NAME=TEXT", "The text of a field, e.g. Responsible=cegger; may be repeated.");

  private final Flag dryRun =
      syntax.flag(List.of("-n", "--dry-run"), "Show the entry; write nothing.");

  private final CvsLocationOptions where = new CvsLocationOptions(syntax);

  CvsThirdPartyCommand(Context context) {
    super(
        context,
        "3rdparty",
        "Add or update the vendor's entry in doc/3RDPARTY. Changes nothing else in the file.");
  }

  @Override
  public Integer call() {
    VendorConfig config = context.configIn(context.directory());
    String file = named.given().orElse(USUAL_FILE);
    Path path = context.directory().resolve(file);
    ThirdParty.Report report =
        new ThirdParty(
                config,
                version.value(),
                tags(config),
                LocalDate.now(ZoneOffset.UTC),
                fields.given().orElse(Map.of()))
            .putInto(read(path, file));
    if (!dryRun.isSet() && report.result() != ThirdParty.Result.UNCHANGED) {
      AtomicFiles.replace(path, report.file());
    }
    context.show(new ThirdPartyRendering(report, file, dryRun.isSet()));
    return ExitCode.DONE;
  }

  /** As the repository has them, where one is named; else the profile's. */
  private UsedTags tags(VendorConfig config) {
    Version release = config.spelledAsPinned(version.value());
    CvsLocationFinder places = new CvsLocationFinder(context, where);
    return places
        .named()
        .map(
            repository ->
                new ImportPreflight(
                        config, repository, places.place(repository, config.vendor().prefix()))
                    .tags(release))
        .orElseGet(() -> UsedTags.profiled(config.vendor(), release));
  }

  private byte[] read(Path path, String file) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw Problem.usage("there is no " + file + " to read")
          .hint(
              "name it: xenvendor cvs 3rdparty "
                  + version.value()
                  + " src/doc/3RDPARTY"
                  + where.words())
          .because(e);
    }
  }
}
