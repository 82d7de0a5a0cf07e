package dev.xenvendor;

import dev.xenvendor.cli.Xenvendor;
import dev.xenvendor.cli.console.Console;
import dev.xenvendor.cli.console.Console.Terminal;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.console.OutputWriter;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.problem.Problem;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.OptionalInt;

/** Starts the program in a process of its own. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Console console =
        new Console(
            System.in,
            writer(FileDescriptor.out),
            writer(FileDescriptor.err),
            new Terminal(isTerminal("out"), isTerminal("err")));
    int status = restarted(console, arguments).orElseGet(() -> run(console, arguments));
    console.out().flush();
    console.err().flush();
    System.exit(status);
  }

  private static int run(Console console, String... arguments) {
    GitRepository.chooseLanguage();
    // JGit takes as long to get ready as the command line takes to be read.
    Thread ready = new Thread(GitRepository::prepare, "prepare");
    ready.setDaemon(true);
    ready.start();
    return Xenvendor.run(console, new ProgramAdapters(), arguments);
  }

  private static OptionalInt restarted(Console console, String... arguments) {
    try {
      return Utf8Restart.run(arguments);
    } catch (Problem problem) {
      console.err().println("error: " + problem.text());
      problem.hint().ifPresent(hint -> console.err().println("hint: " + hint));
      return OptionalInt.of(ExitCode.USAGE);
    }
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new OutputWriter(new FileOutputStream(descriptor));
  }

  /** Java cannot tell; the launcher can. */
  private static boolean isTerminal(String stream) {
    return Boolean.getBoolean("xenvendor.terminal." + stream);
  }
}
