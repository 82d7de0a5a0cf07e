package dev.xenvendor.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run that was killed while it deleted the files of a merge leaves to the next one. */
final class PartlyDeletedMergeTest {

  @TempDir Path folder;
  private TeamRepository team;

  @BeforeEach
  void merge() {
    team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);
  }

  private Path git(String name) {
    return folder.resolve("os/.git").resolve(name);
  }

  private void requireNothingLeft() {
    for (String name :
        new String[] {"MERGE_HEAD", "MERGE_MSG", "MERGE_MODE", "xenvendor/merge.yaml"}) {
      assertThat(git(name)).doesNotExist();
    }
  }

  @Test
  void theMessageIsNotLeftForTheNextCommit() throws IOException {
    team.git("read-tree", "--reset", "-u", "HEAD"); // as the abort had left index and work tree
    Files.delete(git("MERGE_HEAD"));
    assertThat(team.xenvendor("merge", "--abort").exits(4).err())
        .contains("no merge is in progress");
    requireNothingLeft();
  }

  @Test
  void theModeIsNotLeftWithoutAMessage() throws IOException {
    team.git("read-tree", "--reset", "-u", "HEAD");
    Files.delete(git("MERGE_HEAD"));
    Files.delete(git("MERGE_MSG"));
    team.xenvendor("merge", "--abort").exits(4);
    requireNothingLeft();
  }

  @Test
  void theMessageOfAnotherOperationStays() throws IOException {
    team.git("read-tree", "--reset", "-u", "HEAD");
    Files.delete(git("MERGE_HEAD"));
    Files.delete(git("MERGE_MODE"));
    Files.writeString(git("MERGE_MSG"), "Picked\n");
    team.xenvendor("merge", "--continue");
    assertThat(git("MERGE_MSG")).hasContent("Picked");
  }
}
