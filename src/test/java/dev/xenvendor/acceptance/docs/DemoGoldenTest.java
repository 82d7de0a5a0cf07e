package dev.xenvendor.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Git;
import dev.xenvendor.acceptance.fixture.Golden;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole text of the demonstration, as a newcomer reads it. */
@Tag("slow")
final class DemoGoldenTest {

  @TempDir Path folder;

  @Test
  void theDemonstrationTellsTheStory() {
    Run run = Programs.xenvendor("-C", folder.toString(), "demo");

    run.exits(0);
    assertThat(run.err()).isEmpty();
    Golden.assertSame(Golden.DEMO, plain(run.out()).replace(folder.toString(), "TMP"));
  }

  /** The same on every machine, whether it has a C compiler or not. */
  private static String plain(String text) {
    String targets = "equal on i386 and x86_64";
    return text.replaceAll("commit [0-9a-f]{7}\\b", "commit COMMIT")
        .replaceAll("layouts not verified: [^\n]*", "layouts " + targets)
        .replaceAll("\\(not compiled: [^\n]*\\)", "(compiles, layouts " + targets + ")");
  }

  @Test
  void itLeavesRepositoriesToPlayIn() {
    Programs.xenvendor("-C", folder.toString(), "demo", "play", "--quiet").exits(0);

    for (String name : new String[] {"play/os", "play/os-declared", "play/upstream"}) {
      Git git = new Git(folder.resolve(name));
      assertThat(git.run("status", "--porcelain")).isEmpty();
      git.requireSound();
    }
    TeamRepository team = new TeamRepository(folder.resolve("play/os"));
    assertThat(team.importRelease("3.2.0", "--backfill").exits(4).err())
        .contains(
            "3.2.0 can no longer be imported before 3.3.0, which is merged into trunk already");
  }

  @Test
  void itTakesNoFolderThatHoldsSomething() {
    Programs.xenvendor("-C", folder.toString(), "demo", "play").exits(0);
    Programs.xenvendor("-C", folder.toString(), "demo", "play").exits(4);
  }
}
