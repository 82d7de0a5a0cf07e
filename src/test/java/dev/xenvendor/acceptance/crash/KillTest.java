package dev.xenvendor.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.crash.KillStory.Command;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.TestTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills the program at many times of its run. Whenever that is, the repository stays sound, and the
 * same command run again ends as if nothing had happened.
 *
 * <p>{@code -Dxenvendor.kill.points=25} kills each command so many times.
 */
@Tag("slow")
final class KillTest {

  private static final int POINTS = Integer.getInteger("xenvendor.kill.points", 4);

  /** Nothing is written before a Java machine has started and read its classes. */
  private static final double EARLIEST = 0.4;

  @TempDir Path folder;

  @BeforeAll
  static void requireGit() {
    Programs.requireGit();
  }

  @ParameterizedTest
  @EnumSource(names = {"ADOPT", "IMPORT", "UPDATE", "MERGE", "CONTINUE", "ABORT"})
  void atAnyTime(Command command) throws IOException, InterruptedException {
    KillStory story = new KillStory(folder, command);
    for (int point = 0; point < POINTS; point++) {
      double part = EARLIEST + (1 - EARLIEST) * (point + 0.5) / POINTS;
      long after = (long) (story.nanoseconds() * part);
      TestTree tree = story.begin();
      Process process = story.process(tree).start();
      boolean ended = process.waitFor(after, TimeUnit.NANOSECONDS);
      process.destroyForcibly();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      story.requireRecovery(tree, (ended ? "ended before " : "killed after ") + after + " ns");
    }
  }
}
