package dev.xenvendor.c.compiler;

import dev.xenvendor.tree.Limits;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The system's C compiler.
 *
 * @param command the program and the options that always go with it
 * @param timeout after which a compiler that has not finished is stopped
 * @param bytes the address space that it may use
 */
public record CCompiler(List<String> command, Duration timeout, long bytes) {

  public static final Duration PATIENCE = Limits.DEFAULT.compilerTime();
  private static final long BYTES = Limits.DEFAULT.compilerBytes();

  private static final Path SHELL = Path.of("/bin/sh");

  /** The most bytes that are read of a compiler's output, far above what compilers write. */
  private static final int LIMIT = 16 << 20;

  /** The result of a run of the compiler. */
  sealed interface Outcome {

    record Finished(int status, String output, String messages) implements Outcome {}

    record Broken(String reason) implements Outcome {}

    /** Returns what it wrote, if it did its work. */
    default Finished finished() throws NoCompiler {
      if (this instanceof Broken broken) {
        throw new NoCompiler(broken.reason());
      }
      return (Finished) this;
    }
  }

  /** A compiler at work. */
  interface Running {
    Outcome await();
  }

  public CCompiler {
    command = List.copyOf(command);
  }

  /** The one that {@code CC} names, or the first of cc, gcc and clang on the path. */
  public static Optional<CCompiler> find(Map<String, String> environment) {
    List<String> named = words(environment.getOrDefault("CC", ""));
    String path = environment.getOrDefault("PATH", "");
    if (!named.isEmpty()) {
      return isProgram(named.get(0), path)
          ? Optional.of(new CCompiler(fromAnywhere(named), PATIENCE, BYTES))
          : Optional.empty();
    }
    return Stream.of("cc", "gcc", "clang")
        .filter(name -> isProgram(name, path))
        .findFirst()
        .map(name -> new CCompiler(List.of(name), PATIENCE, BYTES));
  }

  /** The same compiler within other limits; a timeout of its own stays. */
  CCompiler within(Limits limits) {
    Duration other = timeout.equals(PATIENCE) ? limits.compilerTime() : timeout;
    return new CCompiler(command, other, limits.compilerBytes());
  }

  private static List<String> words(String text) {
    return Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  /** It is not run in the folder where it was named. */
  private static List<String> fromAnywhere(List<String> command) {
    List<String> words = new ArrayList<>(command);
    if (words.get(0).indexOf('/') >= 0) {
      words.set(0, Path.of(words.get(0)).toAbsolutePath().toString());
    }
    return words;
  }

  private static boolean isProgram(String name, String path) {
    if (name.indexOf('/') >= 0) {
      return Files.isExecutable(Path.of(name));
    }
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .anyMatch(file -> Files.isRegularFile(file) && Files.isExecutable(file));
  }

  /**
   * Starts it.
   *
   * @param scratch a file name for its output, to which endings are added
   */
  Running start(Path folder, List<String> options, Path scratch) {
    List<String> words = new ArrayList<>(limited());
    words.addAll(options);
    Path output = Path.of(scratch + ".out");
    Path messages = Path.of(scratch + ".err");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(output.toFile())
            .redirectError(messages.toFile());
    // Messages in the user's language cannot be recognised.
    builder.environment().put("LC_ALL", "C");
    try {
      Process process = builder.start();
      long end = System.nanoTime() + timeout.toNanos();
      return () -> await(process, end, output, messages);
    } catch (IOException e) {
      return () -> new Outcome.Broken(name() + " cannot be run: " + e.getMessage());
    }
  }

  /** The command, kept by the shell from taking more memory or time than it is meant to. */
  private List<String> limited() {
    if (!SHELL.toFile().canExecute()) {
      return command;
    }
    String limits = "ulimit -v %d; ulimit -t %d".formatted(bytes / 1024, timeout.toSeconds() + 1);
    return Stream.concat(
            Stream.of(SHELL.toString(), "-c", "{ " + limits + "; } 2>/dev/null; exec \"$@\"", "sh"),
            command.stream())
        .toList();
  }

  private Outcome await(Process process, long end, Path output, Path messages) {
    try {
      if (process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return new Outcome.Finished(process.exitValue(), read(output), read(messages));
      }
      return new Outcome.Broken(
          name() + " did not finish within " + timeout.toSeconds() + " seconds");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Broken(name() + " was interrupted");
    } catch (IOException e) {
      return new Outcome.Broken("what " + name() + " wrote cannot be read: " + e.getMessage());
    } finally {
      if (process.isAlive()) {
        kill(process);
      }
    }
  }

  /** With its children: a driver that is killed leaves the compiler proper running. */
  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LIMIT), StandardCharsets.ISO_8859_1);
    }
  }

  /** Returns the command line's name of it, for messages. */
  String name() {
    return String.join(" ", command);
  }
}
