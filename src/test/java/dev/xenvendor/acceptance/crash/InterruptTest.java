package dev.xenvendor.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.TestFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person who types Ctrl-C, or a system that shuts down, while the program waits for another. */
@Tag("slow")
final class InterruptTest {

  @TempDir Path folder;
  private TeamRepository team;

  @BeforeEach
  void declaredTree() {
    Programs.requireGit();
    // Whoever starts the tests in the background makes them deaf to Ctrl-C.
    assumeTrue(run("env", "--default-signal=INT", "true").exit() == 0, "no such option of env");
    team = PatchedTeam.settled(folder, "3.2.0", "3.3.0");
  }

  private Run run(String... command) {
    return Programs.execute(folder, Map.of(), List.of(command));
  }

  /** A compiler that tells where it was started, and sends its parent a signal. */
  private Path compiler(String signal) {
    Path script = folder.resolve("compiler");
    String text =
        """
        #!/bin/sh
        pwd > '%s'
        kill -%s $PPID
        exec sleep 20
        """
            .formatted(started(), signal);
    TestFiles.put(script, text.getBytes(StandardCharsets.UTF_8));
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }

  private Path started() {
    return folder.resolve("started");
  }

  @ParameterizedTest
  @CsvSource({"INT,130", "TERM,143", "HUP,129"})
  void theFilesForTheCompilerAreDeleted(String signal, int status) {
    team.git("status");
    List<String> command =
        new ArrayList<>(List.of("env", "--default-signal=" + signal, "CC=" + compiler(signal)));
    command.addAll(Programs.java());
    command.addAll(List.of("-C", team.folder().toString(), "check", "--rule", "does-not-compile"));

    Run run = Programs.execute(folder, Map.of(), command);

    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(status);
    Path sources = Path.of(new String(TestFiles.bytes(started()), StandardCharsets.UTF_8).strip());
    assertThat(sources.toString()).contains("xenvendor-cc");
    assertThat(Files.exists(sources.getParent())).as("%s", sources.getParent()).isFalse();
    assertThat(team.git("status", "--porcelain")).isEmpty();
  }
}
