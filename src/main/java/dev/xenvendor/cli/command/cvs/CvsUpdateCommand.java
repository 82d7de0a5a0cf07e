package dev.xenvendor.cli.command.cvs;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.CvsLocationOptions;
import dev.xenvendor.cli.option.SourceOptions;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import java.util.Optional;

/** Refuses an update in CVS, and names the commands that replace it. */
public final class CvsUpdateCommand extends Command {

  private final Argument<Version> version =
      syntax.optionalParameter("VERSION", Version.class, "The release, e.g. 3.3.0.");

  private final CvsLocationOptions where = new CvsLocationOptions(syntax);

  private final SourceOptions source = new SourceOptions(syntax);

  CvsUpdateCommand(Context context) {
    super(
        context,
        "update",
        "Name the commands of an update. CVS cannot undo an import, so there is no single command.");
  }

  @Override
  public Integer call() {
    throw refused(context, version.given(), source, where.words());
  }

  /** Refuses an update in CVS, and names the commands for it. */
  public static Problem refused(
      Context context, Optional<Version> version, SourceOptions source, String place) {
    String release = version.map(Version::text).orElse("VERSION");
    String program = "xenvendor cvs ";
    String importing = program + "import " + release + source.words() + place;
    return Problem.usage("CVS cannot undo an import, so there is no single update command")
        .hint(
            String.join(
                "; ",
                program + "plan " + release + place,
                importing + " --rehearse",
                importing,
                "in a working copy of trunk: " + program + "merge " + release));
  }
}
