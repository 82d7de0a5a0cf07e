package dev.xenvendor.cli.command.help;

import dev.xenvendor.buildinfo.BuildInfo;
import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.console.AtomicFiles;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.manual.ManualPage;
import dev.xenvendor.cli.option.Argument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The command {@code generate-manual}, which writes the manual page of every command. */
public final class GenerateManualCommand extends Command {

  private final Argument<Path> directory =
      syntax.parameter("DIR", Path.class, "The folder for the pages; it is created if missing.");

  public GenerateManualCommand(Context context) {
    super(context, "generate-manual", "Write the manual page of every command into a folder.");
  }

  @Override
  public boolean supportsJson() {
    return false;
  }

  @Override
  public Integer call() {
    Path folder = context.directory().resolve(directory.value());
    LocalDate date = BuildInfo.date().orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
    for (ManualPage page : ManualPage.all(syntax.spec().root(), date)) {
      AtomicFiles.write(folder.resolve(page.file()), page.text().getBytes(StandardCharsets.UTF_8));
    }
    return ExitCode.DONE;
  }
}
