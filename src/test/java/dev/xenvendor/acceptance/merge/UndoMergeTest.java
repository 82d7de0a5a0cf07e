package dev.xenvendor.acceptance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
final class UndoMergeTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "--single-parent"})
  void everythingIsAsBeforeTheMerge(String how) {
    TeamRepository team = PatchedTeam.allShipped(folder, "3.2.0", "3.3.0");
    team.merge("3.2.0", "local");
    String before = outcome(team);
    team.merge("3.3.0", "vendor", how.isEmpty() ? new String[0] : new String[] {how});
    assertThat(outcome(team)).isNotEqualTo(before);

    Run undone = team.xenvendor("merge", "--undo").exits(0);

    assertThat(undone.out()).startsWith("Undid the merge of Sample 3.3.0 (commit ");
    assertThat(undone.out()).contains("xenvendor import --undo");
    assertThat(outcome(team)).isEqualTo(before);
    assertThat(team.xenvendor("merge", "--dry-run").out()).contains("3.3.0");
  }

  @Test
  void theMergeIsBackByGit() {
    TeamRepository team = PatchedTeam.settled(folder, "3.3.0");
    String merged = outcome(team);
    String commit = team.git("rev-parse", "HEAD").strip();

    team.xenvendor("merge", "--undo").exits(0);
    team.git("merge", "--ff-only", commit);

    assertThat(outcome(team)).isEqualTo(merged);
  }

  @Test
  void anUpdateIsUndoneInTwoSteps() {
    TeamRepository team = PatchedTeam.settled(folder, "3.3.0");

    team.xenvendor("merge", "--undo").exits(0);
    Run undone = team.xenvendor("import", "--undo").exits(0);

    assertThat(undone.out()).contains("Undid the import of Sample 3.3.0");
    assertThat(team.xenvendor("status").exits(0).out()).contains("3.1.0");
  }

  @Test
  void whatPlainGitMergedIsUndoneAsWell() {
    TeamRepository team = PatchedTeam.settled(folder, "3.2.0");
    String before = outcome(team);
    team.importRelease("3.3.0").exits(0);
    String imported = outcome(team);
    team.git("merge", "--quiet", "-s", "ours", "--no-commit", "upstream/sample");
    team.write(TeamRepository.PREFIX + "/io/ring.h", "/* merged by hand */\n");
    team.git("commit", "--quiet", "-a", "-m", "Merge it by git");

    team.xenvendor("merge", "--undo").exits(0);

    assertThat(outcome(team)).isEqualTo(imported).isNotEqualTo(before);
  }

  @Test
  void anAdoptionIsNoMerge() {
    TeamRepository team = TeamRepository.imported(folder);
    refused(team, "no merge of a Sample release is on trunk", "git log");
  }

  @Test
  void aDirtyWorkTreeIsRefused() {
    TeamRepository team = PatchedTeam.settled(folder, "3.3.0");
    team.write(TeamRepository.PREFIX + "/io/ring.h", "/* edited */\n");
    refused(team, "1 tracked file has uncommitted changes", "git stash");
  }

  @Test
  void anUntrackedFileInTheWayIsRefused() {
    TeamRepository team = PatchedTeam.settled(folder, "3.3.0");
    String gone = team.lines("diff", "--name-only", "--diff-filter=D", "HEAD^", "HEAD").get(0);
    team.write(gone, "mine\n");
    refused(team, "the untracked file " + gone + " is in the way", "move it aside");
  }

  @Test
  void aMergeInProgressIsRefused() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);
    refused(team, "a merge is already in progress", "merge --abort");
  }

  @Test
  void aMergeBelowOtherCommitsIsRevertedAsTheHintSays() {
    TeamRepository team = green();
    team.write("kern/main.c", "int main;\n");
    team.commitAll("Work on");

    String hint = refused(team, "1 commit was made after the merge of Sample 3.3.0", "git revert");

    revert(team, hint);
  }

  @Test
  void aPushedMergeIsRevertedAsTheHintSays() {
    TeamRepository team = green();
    team.git("update-ref", "refs/remotes/origin/main", "HEAD");

    String hint = refused(team, "is on origin/main already", "git revert -m 1");

    revert(team, hint);
  }

  /** With a check that finds no error before the merge. */
  private TeamRepository green() {
    TeamRepository team = PatchedTeam.allShipped(folder, "3.3.0");
    team.xenvendor("patches", "new").exits(0);
    team.xenvendor("patches", "apply").exits(0);
    team.commitAll("Declare the rest");
    team.xenvendor("check").exits(0);
    team.xenvendor("merge").exits(0);
    return team;
  }

  private static void revert(TeamRepository team, String hint) {
    String command = hint.substring(hint.indexOf("git revert") + 4).strip();
    team.git((command + " --no-edit").split(" "));
    Run check = team.xenvendor("check").exits(0);
    assertThat(check.out()).contains("merge-pending");
    assertThat(team.xenvendor("merge").exits(0).out()).contains("Merged Sample 3.3.0 (from 3.1.0)");
  }

  private static String outcome(TeamRepository team) {
    return team.lines("status", "--porcelain", "--branch")
        + "\n"
        + team.lines("ls-files", "--stage", "--resolve-undo")
        + team.state();
  }

  /** Returns the hint. */
  private static String refused(TeamRepository team, String error, String hint) {
    String before = team.state();
    Run run = team.xenvendor("merge", "--undo").exits(4);
    assertThat(run.err()).contains(error).contains(hint);
    assertThat(team.state()).isEqualTo(before);
    return run.err().lines().filter(line -> line.startsWith("hint: ")).findFirst().orElseThrow();
  }
}
