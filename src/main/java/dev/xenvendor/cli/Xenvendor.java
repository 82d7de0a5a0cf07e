package dev.xenvendor.cli;

import dev.xenvendor.buildinfo.BuildInfo;
import dev.xenvendor.cli.command.Adapters;
import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.help.SchemaCommand;
import dev.xenvendor.cli.command.inspect.CheckCommand;
import dev.xenvendor.cli.command.release.AdoptCommand;
import dev.xenvendor.cli.console.Console;
import dev.xenvendor.cli.console.ErrorOutput;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.console.GlobalOptions;
import dev.xenvendor.cli.console.OutputWriter;
import dev.xenvendor.cli.console.ReportFile;
import dev.xenvendor.cli.manual.CommandHelp;
import dev.xenvendor.cli.option.FormatConverter;
import dev.xenvendor.cli.option.RuleConverter;
import dev.xenvendor.cli.option.Syntax;
import dev.xenvendor.cli.option.VersionConverter;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.problem.SystemError;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.profile.Version;
import dev.xenvendor.report.format.Format;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: parses a command line, runs the command, and turns every error into text. */
public final class Xenvendor implements Runnable {

  private final Syntax syntax =
      Syntax.ofProgram(
          this,
          "xenvendor",
          "Maintains an operating system's vendored, locally changed copy of upstream headers.");

  private final GlobalOptions options = new GlobalOptions(syntax);

  private final Console console;
  private final Adapters adapters;

  /** Standard output itself, which knows why it could not be written. */
  private final PrintWriter output;

  private final ErrorOutput errors;

  private Xenvendor(Console console, Adapters adapters, String... arguments) {
    this.output = console.out();
    this.console = console.escaping(options);
    this.adapters = adapters;
    this.errors = new ErrorOutput(this.console, options, List.of(arguments));
  }

  /** Runs one command line and returns the exit status. */
  public static int run(Console console, Adapters adapters, String... arguments) {
    Xenvendor program = new Xenvendor(console, adapters, arguments);
    try {
      return program.execute(arguments);
    } catch (StackOverflowError e) {
      return program.exhausted("the input is nested too deeply");
    } catch (OutOfMemoryError e) {
      return program.exhausted("the input requires more memory than Java may use");
    }
  }

  private int exhausted(String why) {
    return errors.print(
        syntax.spec(),
        Problem.usage(why + "; the command was aborted")
            .hint("please report the command and its input; docs/security.md lists the limits"),
        ExitCode.BUG);
  }

  private int execute(String... arguments) {
    CommandSpec program = syntax.spec();
    program.versionProvider(new VersionText()).usageMessage().synopsisSubcommandLabel("COMMAND");
    Commands.addTo(program, new Context(this.console, adapters, options), List.of(arguments));
    CommandLine line = parser(program);
    line.setHelpFactory(CommandHelp::new);
    line.setOut(console.out());
    line.setErr(console.err());
    line.setParameterExceptionHandler(this::usageError);
    line.setExecutionExceptionHandler((e, command, result) -> failed(e, command));
    line.setExecutionStrategy(this::runCommand);
    int status = line.execute(arguments);
    console.out().flush();
    return OutputWriter.failure(output).map(this::unwritten).orElse(status);
  }

  /** Returns a parser that can read the types of all options. */
  public static CommandLine parser(CommandSpec program) {
    CommandLine line = new CommandLine(program);
    line.registerConverter(Version.class, new VersionConverter());
    line.registerConverter(AdoptCommand.Baseline.class, AdoptCommand.Baseline::of);
    line.registerConverter(Format.class, new FormatConverter(Format.onOutput()));
    line.registerConverter(Rule.class, new RuleConverter());
    line.registerConverter(ReportFile.class, new ReportFile.Converter());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  /** The command's effects remain; missing output must not look like success. */
  private int unwritten(String why) {
    return errors.printText(Problem.unavailable("cannot write to standard output: " + why));
  }

  /** Refuses a format that the command cannot write, before the command does anything. */
  private int runCommand(ParseResult parsed) {
    CommandLine command = parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
    if (!options.format().isForAll() && !(command.getCommand() instanceof CheckCommand)) {
      throw new ParameterException(
          command,
          "--format " + options.format() + " is only for check; other commands support text, json");
    }
    if (options.json() && command.getCommand() instanceof Command own && !own.supportsJson()) {
      throw new ParameterException(
          command, command.getCommandName() + " prints text only: omit --format json");
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  @Override
  public void run() {
    throw new ParameterException(syntax.spec().commandLine(), "a command is missing");
  }

  private int usageError(ParameterException e, String[] arguments) {
    ParameterException first = unknownOption(e, List.of(arguments)).orElse(e);
    CommandLine command = e.getCommandLine();
    Context context = new Context(console, adapters, options);
    UsageHint hint =
        new UsageHint(command, List.of(arguments), name -> Commands.specOf(name, context));
    return errors.print(
        command.getCommandSpec(), Problem.usage(UsageMessage.of(first)).hint(hint.of(first)));
  }

  /** Returns the error about an unknown option whose value picocli took for an argument. */
  private static Optional<ParameterException> unknownOption(
      ParameterException e, List<String> arguments) {
    if (e.getArgSpec() == null || !e.getArgSpec().isPositional()) {
      return Optional.empty();
    }
    CommandLine command = e.getCommandLine();
    return EnteredCommand.of(command, arguments).words().stream()
        .filter(word -> word.matches("--[a-z].*"))
        .filter(word -> command.getCommandSpec().findOption(EnteredCommand.nameOf(word)) == null)
        .findFirst()
        .map(word -> new UnmatchedArgumentException(command, List.of(word)));
  }

  private static String helpOf(CommandLine command) {
    return command.getCommandSpec().qualifiedName() + " --help";
  }

  private int failed(Exception e, CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    if (e instanceof Problem problem) {
      return errors.print(spec, problem.hint().isPresent() ? problem : hinted(problem, command));
    }
    if (e instanceof UncheckedIOException io) {
      return errors.print(spec, Problem.repository("cannot read or write " + SystemError.text(io)));
    }
    e.printStackTrace(console.err());
    return errors.print(
        spec,
        Problem.usage("this is a bug in xenvendor")
            .hint("please report it with the lines above, the command, and xenvendor --version"),
        ExitCode.BUG);
  }

  /** With what describes the command or the file that is wrong. */
  private static Problem hinted(Problem problem, CommandLine command) {
    return switch (problem.kind()) {
      case USAGE -> problem.hint(helpOf(command));
      case INPUT_FILE ->
          problem
              .place()
              .flatMap(place -> SchemaCommand.Schema.ofFile(place.file()))
              .map(name -> problem.hint("for the format of the file: xenvendor schema " + name))
              .orElse(problem);
      case REPOSITORY, UNAVAILABLE -> problem;
    };
  }

  /** The version, and what runs the program. */
  static final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = BuildInfo.version().orElse("(development)");
      String commit = BuildInfo.commit().map(id -> id + ", ").orElse("");
      return new String[] {"xenvendor " + version + " (" + commit + BuildInfo.runtime() + ")"};
    }
  }
}
