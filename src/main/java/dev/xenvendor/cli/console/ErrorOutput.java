package dev.xenvendor.cli.console;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Style;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Prints errors: as text on standard error, and with {@code --format json} as a document, too. */
public final class ErrorOutput {

  private final Console console;
  private final GlobalOptions options;
  private final List<String> arguments;

  public ErrorOutput(Console console, GlobalOptions options, List<String> arguments) {
    this.console = console;
    this.options = options;
    this.arguments = arguments;
  }

  /** Prints a problem of a command, and returns the exit status of its kind. */
  public int print(CommandSpec command, Problem problem) {
    return print(command, problem, ExitCode.of(problem));
  }

  /** Prints a problem of a command, and returns the exit status. */
  public int print(CommandSpec command, Problem problem, int exit) {
    printText(problem);
    if (wantsJson()) {
      console.print(
          Json.document(
              json -> {
                json.put("command", words(command)).put("result", "error").put("exit", exit);
                json.put("message", problem.text()).put("hint", hint(problem));
              }));
    }
    return exit;
  }

  /** Prints a problem only on standard error, and returns the exit status of its kind. */
  public int printText(Problem problem) {
    Style style = new Style(options.usesColor(console.terminal().err()), Style.Detail.NORMAL);
    console.err().println(style.bad("error:") + " " + problem.text());
    hint(problem).ifPresent(hint -> console.err().println(style.faint("hint:") + " " + hint));
    console.err().flush();
    return ExitCode.of(problem);
  }

  private Optional<String> hint(Problem problem) {
    return problem.hint().map(options.repeated()::in);
  }

  /**
   * Returns whether JSON was asked for, also where the command line is wrong before or after that.
   */
  private boolean wantsJson() {
    int format = arguments.indexOf("--format");
    boolean isNext =
        format >= 0 && format + 1 < arguments.size() && arguments.get(format + 1).equals("json");
    return options.json() || isNext || arguments.contains("--format=json");
  }

  /** Returns the words of the command, as in every document; the program's name without any. */
  private static String words(CommandSpec command) {
    String[] words = command.qualifiedName(" ").split(" ", 2);
    return words[words.length - 1];
  }
}
