package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.xenvendor.ProgramAdapters;
import dev.xenvendor.cli.console.Console;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Programs that tests run in processes of their own: git, and this one. */
final class Programs {

  private Programs() {}

  /**
   * The program to test: {@code -Dxenvendor.program=PATH} names one, such as the native program.
   * Without it, the classes of this project are tested, most of the time in this process.
   */
  private static final Optional<String> PROGRAM =
      Optional.ofNullable(System.getProperty("xenvendor.program"))
          .filter(path -> !path.isEmpty())
          .map(path -> Path.of(path).toAbsolutePath().toString());

  /** Runs the program on no terminal and without input. */
  static Run xenvendor(String... arguments) {
    return xenvendor(System.getenv(), new byte[0], List.of(arguments));
  }

  /** Runs the program on no terminal. */
  static Run xenvendor(Map<String, String> environment, byte[] input, List<String> arguments) {
    Run run =
        PROGRAM
            .map(program -> execute(Path.of("."), environment, input, with(program, arguments)))
            .orElseGet(() -> here(environment, input, arguments));
    requireCopyable(arguments, run);
    return run;
  }

  /** Where the configuration is named, every command that is suggested must name it, too. */
  private static void requireCopyable(List<String> arguments, Run run) {
    boolean isNamed = arguments.contains("--vendor") || arguments.contains("--config");
    if (isNamed && !arguments.contains("adopt")) {
      assertThat((run.out() + run.err()).lines())
          .filteredOn(line -> line.matches("(next: |hint: | {6}).*"))
          .noneMatch(line -> line.matches(".*\\bxenvendor [a-z].*"));
    }
  }

  private static List<String> with(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    return command;
  }

  private static Run here(Map<String, String> environment, byte[] input, List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new ByteArrayInputStream(input),
            new PrintWriter(out),
            new PrintWriter(err),
            Console.Terminal.NONE);
    int exit =
        Xenvendor.run(console, new ProgramAdapters(environment), arguments.toArray(String[]::new));
    return new Run(exit, out.toString(), err.toString());
  }

  /**
   * How to start the program in a process of its own.
   *
   * @param options of Java; a native program is started without them
   */
  static List<String> java(String... options) {
    if (PROGRAM.isPresent()) {
      return new ArrayList<>(List.of(PROGRAM.get()));
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(Arrays.asList(options));
    command.addAll(List.of("-cp", classPath(), "dev.xenvendor.Main"));
    return command;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** Skips the test where there is no git program to compare with. */
  static void requireGit() {
    boolean there;
    try {
      there = execute(Path.of("."), Map.of(), List.of("git", "--version")).exit() == 0;
    } catch (UncheckedIOException e) {
      there = false;
    }
    assumeTrue(there, "there is no git program to compare with");
  }

  static Run gitIn(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(Arrays.asList(arguments));
    return execute(folder, Map.of(), command);
  }

  static Run execute(Path folder, Map<String, String> environment, List<String> command) {
    return execute(folder, environment, new byte[0], command);
  }

  /** Runs a program that knows nothing of this machine's configuration of git. */
  private static Run execute(
      Path folder, Map<String, String> environment, byte[] input, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("GIT_CONFIG_GLOBAL", File.separatorChar == '/' ? "/dev/null" : "NUL");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_EDITOR", "true");
    builder.environment().putAll(environment);
    try {
      Path in = Files.write(Files.createTempFile("run", ".in"), input);
      Path out = Files.createTempFile("run", ".out");
      Path err = Files.createTempFile("run", ".err");
      try {
        Process process =
            builder
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError("does not end: " + command);
        }
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
      } finally {
        Files.delete(in);
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
