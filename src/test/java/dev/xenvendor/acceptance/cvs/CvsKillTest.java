package dev.xenvendor.acceptance.cvs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.CvsStory;
import dev.xenvendor.acceptance.fixture.KillPoints;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills {@code cvs import} and {@code cvs merge} at a command of the cvs program, just before or
 * just after it. The same command run again ends as if nothing had happened.
 *
 * <p>cvs sleeps whenever it writes, so few of its commands are taken unless {@code
 * -Dxenvendor.kill.writes=all} asks for each.
 */
@Tag("slow")
final class CvsKillTest {

  private static final int SAMPLE = 2;

  @TempDir Path folder;

  @Test
  void anImportIsFinishedByTypingItAgain() throws IOException {
    CvsStory undisturbed = CvsStory.at310(folder.resolve("undisturbed"));
    Path release = undisturbed.release("3.3.0");
    String[] line = {
      "import", "3.3.0", "--cvsroot", undisturbed.root().toString(), "--from", release.toString()
    };
    int commands = commandsOf(undisturbed, undisturbed.folder(), line);
    for (int at : KillPoints.of(commands, SAMPLE)) {
      CvsStory story = CvsStory.at310(folder.resolve("story" + at));
      line[3] = story.root().toString();
      kill(story, story.folder(), at, line);

      story.runIn(story.folder(), line).exits(ExitCode.DONE);

      String[] tag = {"-r", "sample-3-3-0"};
      assertThat(story.export(tag)).as("killed at %s", at).isEqualTo(undisturbed.export(tag));
      assertThat(story.trunk()).as("killed at %s", at).isEqualTo(undisturbed.trunk());
    }
  }

  @Test
  void aMergeIsFinishedByTypingItAgain() throws IOException {
    CvsStory story = CvsStory.at310(folder);
    story.runImport("3.3.0").exits(ExitCode.DONE);
    CvsCopy undisturbed = CvsCopy.of(story, "src", "undisturbed");
    int commands = commandsOf(story, undisturbed.folder(), "merge");
    for (int at : KillPoints.of(commands, SAMPLE)) {
      CvsCopy copy = CvsCopy.of(story, "src", "copy" + at);
      kill(story, copy.folder(), at, "merge");

      copy.merge().exits(ExitCode.FINDING);

      assertThat(copy.changes()).as("killed at %s", at).isEqualTo(undisturbed.changes());
      assertThat(copy.files(CvsStory.PREFIX))
          .as("killed at %s", at)
          .isEqualTo(undisturbed.files(CvsStory.PREFIX));
      assertThat(copy.has("CVS/xenvendor")).isFalse();
    }
  }

  /** Runs the command, and returns how many commands of cvs that takes. */
  private static int commandsOf(CvsStory story, Path where, String... line) throws IOException {
    Path log = log(story);
    assertThat(run(story, where, 0, line).exit()).isIn(ExitCode.DONE, ExitCode.FINDING);
    int commands = Files.readAllLines(log).size();
    Files.delete(log);
    assertThat(commands).isGreaterThan(SAMPLE);
    return commands;
  }

  private static void kill(CvsStory story, Path where, int at, String... line) throws IOException {
    assertThat(run(story, where, at, line).exit()).as("killed at %s", at).isEqualTo(128 + 9);
    Files.delete(log(story));
  }

  /** Kills before a command with an odd number, after one with an even number. */
  private static Run run(CvsStory story, Path where, int at, String... line) {
    Path counting =
        story.script(
            "counting",
            """
            echo "$*" >> '%1$s'
            number=$(grep -c '' '%1$s')
            [ $number = %2$d ] || exec cvs "$@"
            [ $((number %% 2)) = 1 ] || cvs "$@" > '%1$s.out' 2>&1
            kill -9 $PPID"""
                .formatted(log(story), at));
    List<String> words = new ArrayList<>(Programs.java());
    words.addAll(List.of("-C", where.toString(), "--vendor", "sample", "cvs"));
    words.addAll(Arrays.asList(line));
    return Programs.execute(where, Map.of("XENVENDOR_CVS", counting.toString()), words);
  }

  private static Path log(CvsStory story) {
    return story.folder().resolve("commands");
  }
}
