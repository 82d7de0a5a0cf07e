package dev.xenvendor.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.xenvendor.acceptance.crash.KillStory.Command;
import dev.xenvendor.acceptance.fixture.KillPoints;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills the program in the middle of the Nth thing it does to the repository's files: a small
 * library, compiled here and loaded before the program, counts them. So every state that a killed
 * run can leave is seen, not only those that happen to last.
 *
 * <p>{@code -Dxenvendor.kill.writes=N} kills each command at so many of its writes, {@code all} at
 * each of them; the Maven profile {@code kill} sets that. Skipped where there is no C compiler, or
 * no Linux.
 */
@Tag("slow")
final class KillAtEveryWriteTest {

  private static final int KILLED = 128 + 9;

  @TempDir static Path tools;
  @TempDir Path folder;

  @BeforeAll
  static void compileLibrary() throws IOException {
    Programs.requireGit();
    assumeTrue("Linux".equals(System.getProperty("os.name")), "the library is for Linux");
    Path source = tools.resolve("kill-at.c");
    try (InputStream in = KillAtEveryWriteTest.class.getResourceAsStream("/kill/kill-at.c")) {
      Files.write(source, Objects.requireNonNull(in).readAllBytes());
    }
    String library = library().toString();
    List<String> compile =
        List.of("cc", "-shared", "-fPIC", "-o", library, source.toString(), "-ldl");
    try {
      Programs.execute(tools, Map.of(), compile).exits(0);
    } catch (UncheckedIOException e) {
      assumeTrue(false, "there is no C compiler");
    }
  }

  private static Path library() {
    return tools.resolve("kill-at.so");
  }

  @ParameterizedTest
  @EnumSource
  void inTheMiddleOfIt(Command command) throws IOException, InterruptedException {
    KillStory story = new KillStory(folder, command);
    TestTree alive = story.begin();
    assertThat(run(story, alive, 0)).isIn(ExitCode.DONE, ExitCode.FINDING);
    List<String> writes = Files.readAllLines(log(alive));
    for (int write : KillPoints.of(writes.size())) {
      TestTree tree = story.begin();
      assertThat(run(story, tree, write)).as("write %s", write).isEqualTo(KILLED);
      List<String> done = Files.readAllLines(log(tree));
      Files.delete(log(tree));
      String last = done.get(done.size() - 1);
      story.requireRecovery(tree, "killed at " + write + " of " + writes.size() + ": " + last);
    }
  }

  private static Path log(TestTree tree) {
    return tree.folder().resolve("log");
  }

  private static int run(KillStory story, TestTree tree, int at)
      throws IOException, InterruptedException {
    ProcessBuilder process = story.process(tree);
    process
        .environment()
        .putAll(
            Map.of(
                "LD_PRELOAD", library().toString(),
                "KILL_BELOW", tree.root().toString(),
                "KILL_LOG", log(tree).toString(),
                "KILL_AT", String.valueOf(at)));
    return process.start().waitFor();
  }
}
