package dev.xenvendor.cvsprogram;

import dev.xenvendor.cvs.CvsRoot;
import dev.xenvendor.problem.Problem;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code cvs} program, with the repository and the folder it works in.
 *
 * <p>It runs without {@code ~/.cvsrc}, in the C locale and in UTC, so that what it does and says is
 * the same for every user. {@code CVS_RSH} and its like come from the environment.
 *
 * @param program the file to run
 * @param environment the variables it gets
 * @param folder where it runs
 * @param root the repository; else the one that the folder's {@code CVS/Root} names
 */
public record CvsProgram(
    Path program,
    Map<String, String> environment,
    Path folder,
    Optional<CvsRoot> root,
    CvsTimeouts patience) {

  private static final String NAME = "cvs";

  public CvsProgram {
    environment = Map.copyOf(environment);
  }

  /** The one on the path, or that {@code XENVENDOR_CVS} names. */
  public static CvsProgram find(Map<String, String> environment, CvsTimeouts patience) {
    String named = environment.getOrDefault("XENVENDOR_CVS", NAME);
    Path program =
        candidates(named, environment.getOrDefault("PATH", ""))
            .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
            .findFirst()
            .orElseThrow(() -> missing(named));
    return new CvsProgram(program, environment, Path.of("."), Optional.empty(), patience);
  }

  private static Stream<Path> candidates(String name, String path) {
    return name.indexOf('/') >= 0
        ? Stream.of(Path.of(name).toAbsolutePath())
        : Stream.of(path.split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .map(folder -> Path.of(folder, name));
  }

  private static Problem missing(String name) {
    return Problem.unavailable("there is no " + name + " program on the PATH")
        .hint("install it (Debian: apt-get install cvs), or name it: XENVENDOR_CVS=/path/to/cvs");
  }

  public CvsProgram in(Path other) {
    return new CvsProgram(program, environment, other, root, patience);
  }

  public CvsProgram at(CvsRoot other) {
    return new CvsProgram(program, environment, folder, Optional.of(other), patience);
  }

  /** Runs it to its end, or until patience ends, and says what came of it. */
  CvsOutput run(String... arguments) {
    return run(Arrays.asList(arguments));
  }

  CvsOutput run(List<String> arguments) {
    try {
      Path scratch = TemporaryFolders.temporary();
      try {
        return run(arguments, scratch.resolve("out"), scratch.resolve("err"));
      } finally {
        TemporaryFolders.delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CvsOutput run(List<String> arguments, Path out, Path err) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words(arguments))
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    // Their content is passed as options, or must not differ between users.
    Stream.of("CVSIGNORE", "CVSWRAPPERS", "CVSREAD", "CVSEDITOR", "VISUAL", "EDITOR")
        .forEach(builder.environment()::remove);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    CvsProcess running = new CvsProcess(start(builder), out, err, patience);
    int status = running.await();
    return new CvsOutput(arguments, status, Files.readAllBytes(out), running.messages());
  }

  private List<String> words(List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(program.toString(), "-f"));
    root.ifPresent(r -> words.addAll(List.of("-d", r.text())));
    words.addAll(arguments);
    return words;
  }

  private Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw Problem.unavailable(program + " cannot be run: " + e.getMessage())
          .hint("XENVENDOR_CVS=/path/to/cvs names another program program program")
          .because(e);
    }
  }
}
