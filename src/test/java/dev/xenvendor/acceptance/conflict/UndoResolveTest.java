package dev.xenvendor.acceptance.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
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

  @Test
  void bothSidesTakenAreInConflictAgain() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    String added = TeamRepository.PREFIX + "/arch-x86/xen-mca.h";
    team.write(added, "/* ours */\n#define OURS 1\n");
    team.commitAll("Add the header ourselves");
    team.xenvendor("merge").exits(1);
    String before = stateOf(team);

    team.xenvendor("resolve", "arch-x86/xen-mca.h", "--hunk", "all", "--take", "both").exits(0);
    assertThat(team.read(added)).startsWith("/* ours */\n#define OURS 1\n").doesNotContain("<<<<");
    team.xenvendor("resolve", "--undo", "arch-x86/xen-mca.h").exits(0);

    assertThat(stateOf(team)).isEqualTo(before);
  }

  @Test
  void inAMergeOfGitAWholeFileIsInConflictAgain() {
    TeamRepository team = mergedByGit();
    String stages = team.git("ls-files", "--stage");
    String conflict = team.read(RING);

    team.xenvendor("resolve", "io/ring.h", "--take", "local").exits(0);
    team.xenvendor("resolve", "--undo", "io/ring.h").exits(0);

    assertThat(team.git("ls-files", "--stage")).isEqualTo(stages);
    assertThat(team.read(RING).replaceAll("(?m)^([<>|]{7}) .*", "$1"))
        .isEqualTo(conflict.replaceAll("(?m)^([<>|]{7}) .*", "$1"));
  }

  @Test
  void inAMergeOfGitASingleHunkIsRefused() {
    TeamRepository team = mergedByGit();
    String number = team.json("conflicts", "io/ring.h").at("/conflicts/0/number").asText();
    team.xenvendor("resolve", number, "--take", "local").exits(0);
    String before = stateOf(team);

    Run refused = team.xenvendor("resolve", "--undo", number + ".1").exits(2);

    assertThat(refused.err())
        .contains("only whole files can be restored")
        .contains("hint: xenvendor resolve --undo " + number);
    assertThat(stateOf(team)).isEqualTo(before);
  }

  private TeamRepository mergedByGit() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.git().attempt("merge", "-q", "upstream/sample");
    assertThat(team.git("diff", "--name-only", "--diff-filter=U")).contains(RING);
    return team;
  }

  /** Every stage of the index and every file of the work tree. */
  private static String stateOf(TeamRepository team) {
    return team.lines("ls-files", "--stage", "--resolve-undo") + team.stateButResolutions();
  }
}
