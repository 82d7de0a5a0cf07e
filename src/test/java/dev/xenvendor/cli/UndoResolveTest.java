package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UndoResolveTest {

  private static final String RING = TeamRepository.PREFIX + "/io/ring.h";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "io/ring.h --take local, io/ring.h",
    "io/ring.h --hunk 2-4 --take vendor, 3",
    "io/ring.h --hunk all --take base, 3",
    "3.1 --take local, io/ring.h",
    "hvm/vmx_assist.h --take vendor, 1",
    "--all-suggested, ''",
    "--cause ident-line --take suggested, ''",
  })
  void whatWasResolvedIsInConflictAgain(String resolve, String undo) {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);
    String before = stateOf(team);

    team.xenvendor(("resolve " + resolve).split(" ")).exits(0);
    assertThat(stateOf(team)).isNotEqualTo(before);
    team.xenvendor(("resolve --undo " + undo).strip().split(" ")).exits(0);

    assertThat(stateOf(team)).isEqualTo(before);
  }

  /** Hunk 2 was the last one, one of several, or among others that stay settled. */
  @ParameterizedTest
  @CsvSource({
    "'', local, 3.2",
    "3.1, vendor, 3.2",
    "3.1 3.3, base, 3.2",
    "'', local, 3.2 3.4",
  })
  void hunksAreInConflictAgainAndTheOthersStay(String first, String side, String undone) {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);
    if (!first.isEmpty()) {
      team.xenvendor(("resolve --take vendor " + first).split(" ")).exits(0);
    }
    String before = stateOf(team);
    team.xenvendor(("resolve --take " + side + " " + undone).split(" ")).exits(0);

    Run run = team.xenvendor(("resolve --undo " + undone).split(" ")).exits(0);

    assertThat(run.out()).contains("in conflict again.");
    assertThat(stateOf(team)).isEqualTo(before);
  }

  @Test
  void aHunkOfAFileThatIsSettledIsInConflictAgain() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);
    team.xenvendor("resolve", "3", "--hunk", "1,3-" + last(team), "--take", "local").exits(0);
    String before = stateOf(team);
    team.xenvendor("resolve", "3.2", "--take", "vendor").exits(0);
    assertThat(team.lines("ls-files", "--unmerged", RING)).isEmpty();

    Run run = team.xenvendor("resolve", "--undo", "3.2").exits(0);

    assertThat(run.out()).startsWith(RING + ": hunk 2 is in conflict again.");
    assertThat(stateOf(team)).isEqualTo(before);
  }

  private static String last(TeamRepository team) {
    for (JsonNode conflict : team.json("conflicts").get("conflicts")) {
      if (conflict.get("number").asInt() == 3) {
        return String.valueOf(conflict.get("hunks").size());
      }
    }
    throw new AssertionError("no conflict 3");
  }

  @Test
  void aHunkThatIsOpenOrCannotBeFoundIsRefused() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);
    assertThat(team.xenvendor("resolve", "--undo", "3.2").exits(2).err())
        .contains("hunk 2 of " + RING + " is not resolved");
    assertThat(team.xenvendor("resolve", "--undo", "3.99").exits(2).err())
        .contains("there is no hunk 99");
    team.write(RING, "/* edited */\n");
    String before = stateOf(team);
    assertThat(team.xenvendor("resolve", "--undo", "3.2").exits(4).err())
        .contains("was changed outside its hunks")
        .contains("xenvendor resolve --undo 3");
    assertThat(stateOf(team)).isEqualTo(before);
  }

  @Test
  void whatGitAddResolvedComesBackToo() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);
    String before = stateOf(team);
    team.write(RING, "/* settled by hand */\n");
    team.git("add", RING);

    team.xenvendor("resolve", "--undo", "io/ring.h").exits(0);

    assertThat(stateOf(team)).isEqualTo(before);
  }

  @Test
  void whereNothingIsResolvedNothingIsUndone() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);
    String before = stateOf(team);

    assertThat(team.xenvendor("resolve", "--undo").exits(2).err()).contains("no conflict is");
    assertThat(team.xenvendor("resolve", "--undo", "99").exits(2).err()).contains("99");
    assertThat(team.xenvendor("resolve", "--undo", "3", "--take", "local").exits(2).err())
        .contains("--undo takes paths and numbers only");
    assertThat(stateOf(team)).isEqualTo(before);
  }

  /** Every stage of the index and every file of the work tree. */
  private static String stateOf(TeamRepository team) {
    return team.lines("ls-files", "--stage", "--resolve-undo") + team.stateButResolutions();
  }
}
