package dev.xenvendor.cli.command.help;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;

/** The command {@code generate-completion}, which prints the completion script of a shell. */
public final class GenerateCompletionCommand extends Command {

  /** A shell that has completion. */
  enum CompletingShell {
    BASH,
    ZSH,
    FISH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Argument<CompletingShell> shell =
      syntax.optionalParameter(
          "SHELL", CompletingShell.class, "${COMPLETION-CANDIDATES}. Default: the user's own.");

  public GenerateCompletionCommand(Context context) {
    super(context, "generate-completion", "Print the completion script of a shell.");
  }

  @Override
  public boolean supportsJson() {
    return false;
  }

  @Override
  public Integer call() {
    context.console().print(script(shell.given().orElseGet(this::own)));
    return ExitCode.DONE;
  }

  /** The shell that {@code SHELL} names; bash where that has none of these completions. */
  private CompletingShell own() {
    String program = context.adapters().environment("SHELL").orElse("");
    return Stream.of(CompletingShell.values())
        .filter(each -> program.endsWith("/" + each))
        .findFirst()
        .orElse(CompletingShell.BASH);
  }

  private String script(CompletingShell shell) {
    byte[] script =
        context.adapters().builtInConfig().read("completion/xenvendor." + shell).orElseThrow();
    return new String(script, StandardCharsets.UTF_8);
  }
}
