package dev.xenvendor.cvsprogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xenvendor.cvs.CvsRoot;
import dev.xenvendor.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program is run as asked, watched, and told apart by how it fails. Here it is a script. */
final class CvsProgramTest {

  @TempDir Path folder;

  private CvsProgram program(String script, CvsTimeouts patience) throws IOException {
    Path file = folder.resolve("cvs");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("XENVENDOR_CVS", file.toString());
    environment.put("CVS_RSH", "my-ssh");
    environment.put("CVSEDITOR", "my-editor");
    return CvsProgram.find(environment, patience).in(folder);
  }

  private CvsProgram program(String script) throws IOException {
    return program(script, CvsTimeouts.USUAL);
  }

  @Test
  void itGetsTheRootTheWordsAndAPlainEnvironment() throws IOException {
    CvsOutput output =
        program("echo \"$@\"; echo $LC_ALL $TZ $CVS_RSH [$CVSEDITOR]; pwd; echo oops >&2; exit 3")
            .at(new CvsRoot(":ext:host:/cvsroot"))
            .run("rlog", "-h", "src");
    assertThat(output.lines())
        .containsExactly(
            "-f -d :ext:host:/cvsroot rlog -h src",
            "C UTC my-ssh []",
            folder.toRealPath().toString());
    assertThat(output.status()).isEqualTo(3);
    assertThat(output.messages()).isEqualTo("oops\n");
  }

  @Test
  void noProgramIsAProblemOfTheMachine() {
    assertThatThrownBy(() -> CvsProgram.find(Map.of("PATH", folder.toString()), CvsTimeouts.USUAL))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
              assertThat(problem.text()).isEqualTo("there is no cvs program on the PATH");
              assertThat(problem.hint().orElseThrow()).contains("apt-get install cvs");
            });
  }

  @Test
  void itWaitsForALockOnlySoLong() throws IOException {
    CvsProgram waiting =
        program(
            "echo 'cvs import: [12:00:00] waiting for joe'\"'\"'s lock in /cvsroot/src' >&2;"
                + " exec sleep 60",
            CvsTimeouts.USUAL.withLock(Duration.ofSeconds(1)));
    assertThatThrownBy(() -> waiting.run("import"))
        .isInstanceOf(Problem.class)
        .hasMessage("joe holds a lock in /cvsroot/src (waited 1 s)");
  }

  @Test
  void itIsStoppedWhenItSaysNothing() throws IOException {
    CvsProgram silent = program("sleep 60", new CvsTimeouts(Duration.ZERO, Duration.ofMillis(500)));
    long before = System.nanoTime();
    assertThatThrownBy(() -> silent.run("import"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
  }

  @ParameterizedTest
  @CsvSource({
    "cvs [import aborted]: cannot write a.h: No space left on device, REPOSITORY",
    "cvs [server aborted]: \"import\" requires write access to the repository, REPOSITORY",
    "cvs [rlog aborted]: end of file from server (consult above messages if any), UNAVAILABLE",
    "cvs [rlog aborted]: connect to localhost(127.0.0.1):2401 failed: refused, UNAVAILABLE",
    "cvs [import aborted]: something nobody thought of, REPOSITORY",
  })
  void itSaysWhyItFailed(String message, Problem.Kind kind) throws IOException {
    CvsOutput output = program("echo '" + message + "' >&2; exit 1").run("import");
    assertThatThrownBy(output::required)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(kind);
              assertThat(problem.text())
                  .isEqualTo("cvs import failed: " + message.replaceFirst("cvs \\[[^]]*]: ", ""));
              assertThat(problem.hint()).isPresent();
            });
  }

  @Test
  void whatSshSaidTellsMoreThanWhatCameOfIt() throws IOException {
    CvsOutput output =
        program(
                "echo 'ssh: Could not resolve hostname nohost' >&2;"
                    + " echo 'cvs [rlog aborted]: end of file from server (consult above messages"
                    + " if any)' >&2; exit 1")
            .run("rlog");
    assertThatThrownBy(output::required)
        .hasMessage("cvs rlog failed: ssh: Could not resolve hostname nohost");
  }
}
