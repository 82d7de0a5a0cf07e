package dev.xenvendor.git.program;

import dev.xenvendor.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that git's configuration names, or git itself, run in the root of the work tree. */
public final class Program {

  private static final Pattern REASON = Pattern.compile("error(?:=|: )\\d+(?:, | \\()([^)]+)");

  /** The result of a run. */
  public record Ended(int status, byte[] out, String err) {
    public boolean isGood() {
      return status == 0;
    }
  }

  private final List<String> command;
  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();
  private final Set<String> absent = new TreeSet<>();

  private Program(List<String> command, Path folder) {
    this.command = command;
    this.folder = folder;
  }

  static Program of(Path folder, List<String> command) {
    return new Program(command, folder);
  }

  /** A shell command from the configuration, with additional arguments. */
  static Program shell(Path folder, String command, String... arguments) {
    List<String> all = new java.util.ArrayList<>(List.of("sh", "-c", command + " \"$@\"", command));
    all.addAll(Arrays.asList(arguments));
    return new Program(all, folder);
  }

  public Program with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Keeps a variable of this program's environment from the other's. */
  Program without(String variable) {
    absent.add(variable);
    return this;
  }

  private ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeAll(absent);
    builder.environment().putAll(environment);
    return builder;
  }

  /** Starts it, with its messages thrown away. */
  Process started() throws IOException {
    return builder().redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Runs it on the user's terminal. */
  int onTerminal() {
    try {
      return builder().inheritIO().start().waitFor();
    } catch (IOException e) {
      throw cannotRun(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Runs it with the input given, and takes what it prints. */
  public Ended run(byte[] input) {
    try {
      Process process = builder().start();
      // Threads of their own: a pool may have too few for both, and the program waits for both.
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Thread reader = started(() -> err.writeBytes(bytes(process.getErrorStream())));
      Thread feeder = started(() -> feed(process, input));
      byte[] out = bytes(process.getInputStream());
      int status = process.waitFor();
      feeder.join();
      reader.join();
      return new Ended(status, out, err.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw cannotRun(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static Thread started(Runnable task) {
    Thread thread = new Thread(task, "program");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void feed(Process process, byte[] input) {
    try (var in = process.getOutputStream()) {
      in.write(input);
    } catch (IOException e) {
      // it ended without reading all; its status tells whether that is an error
    }
  }

  private static byte[] bytes(InputStream stream) {
    try (stream) {
      return stream.readAllBytes();
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private Problem cannotRun(IOException e) {
    return Problem.unavailable("cannot run " + command.get(0) + ": " + reason(e))
        .hint("install it, or change git's configuration")
        .because(e);
  }

  /** Returns what the system says; Java puts other words around it from release to release. */
  private static String reason(IOException e) {
    Matcher reason = REASON.matcher(String.valueOf(e.getMessage()));
    return reason.find() ? reason.group(1) : String.valueOf(e.getMessage());
  }

  private static Problem interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return Problem.unavailable("interrupted").hint("try again").because(e);
  }
}
