package dev.xenvendor.cli.command.cvs;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.CvsBaseOption;
import dev.xenvendor.cli.option.CvsLocationOptions;
import dev.xenvendor.cvs.CvsRepository;
import dev.xenvendor.cvs.release.CvsPlan;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.report.cvs.CvsPlanRendering;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The command {@code cvs plan}, which prints what the import of a release would do. */
final class CvsPlanCommand extends Command {

  private final Argument<Version> version =
      syntax.parameter("VERSION", Version.class, "The release, e.g. 3.3.0.");

  private final CvsLocationOptions where = new CvsLocationOptions(syntax);

  private final CvsBaseOption base = new CvsBaseOption(syntax);

  CvsPlanCommand(Context context) {
    super(
        context,
        "plan",
        "Plan the import of a release into a CVS repository: tags, commands, and the entry for"
            + " doc/3RDPARTY. Writes nothing.");
  }

  @Override
  public Integer call() {
    VendorConfig config = context.configIn(context.cvsTop());
    CvsLocationFinder places = new CvsLocationFinder(context, where);
    CvsRepository repository = places.repository();
    CvsPlan plan =
        new CvsPlan(
            config,
            repository,
            places.place(repository, config.vendor().prefix()),
            context.configWordsBelow(config),
            base.release());
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    context.show(new CvsPlanRendering(plan.run(version.value(), today), where.words()));
    return ExitCode.DONE;
  }
}
