package dev.xenvendor.acceptance.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Accident;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Something that is not finished yet, and what asks for it where it is not there. */
@Tag("slow")
final class UnderWayAccidentsTest {

  @SampleTree(Stage.IMPORTED)
  private TestTree tree;

  @ParameterizedTest
  @ValueSource(strings = {"merge", "merge --dry-run", "merge 3.3.0", "adopt --from ../upstream"})
  void aMergeOfOurs(String command) {
    tree.run("merge").exits(ExitCode.FINDING);
    Accident.refused(tree, ExitCode.REPOSITORY, "merge is already in progress", command.split(" "));
  }

  @Test
  void aMergeOfOursWhoseConflictsAreAllSettled() {
    tree.run("merge").exits(ExitCode.FINDING);
    tree.settleAll("vendor");
    Accident.refused(tree, ExitCode.REPOSITORY, "merge is already in progress", "merge");
  }

  @Test
  void aMergeWithoutASecondParent() {
    tree.run("merge", "--single-parent").exits(ExitCode.FINDING);
    Accident.refused(
        tree, ExitCode.REPOSITORY, "merge is already in progress", "merge", "--single-parent");
  }

  @Test
  void aMergeThatPlainGitBegan() {
    assertThat(tree.tryGit("merge", "upstream/sample").exit()).isEqualTo(1);
    Accident.refused(tree, ExitCode.REPOSITORY, "merge is already in progress", "merge");
  }

  @Test
  void aCleanMergeThatPlainGitDidNotCommit() {
    tree.git("switch", "-q", "-c", "other");
    tree.commit("other.c", "int other;\n");
    tree.git("switch", "-q", "trunk");
    tree.git("merge", "-q", "--no-ff", "--no-commit", "other");
    Accident.refused(tree, ExitCode.REPOSITORY, "not of a Sample release", "merge");
  }

  private void makeTwoBranchesThatClash() {
    tree.git("switch", "-q", "-c", "other");
    tree.commit("clash.c", "int other;\n");
    tree.git("switch", "-q", "trunk");
    tree.commit("clash.c", "int trunk;\n");
  }

  @Test
  void aRebase() {
    makeTwoBranchesThatClash();
    assertThat(tree.tryGit("rebase", "other").exit()).isNotZero();
    Accident.refused(tree, ExitCode.REPOSITORY, "ebas", "merge");
  }

  @Test
  void aRebaseThatStoppedWithACleanTree() {
    makeTwoBranchesThatClash();
    Map<String, String> stop = Map.of("GIT_SEQUENCE_EDITOR", "sed -i '1s/^pick/edit/'");
    Run rebase =
        Programs.execute(tree.root(), stop, List.of("git", "rebase", "-q", "-i", "HEAD~1"));
    rebase.exits(0);
    Accident.refused(tree, ExitCode.REPOSITORY, "ebas", "merge");
  }

  @Test
  void aCherryPick() {
    makeTwoBranchesThatClash();
    assertThat(tree.tryGit("cherry-pick", "other").exit()).isNotZero();
    Accident.refused(tree, ExitCode.REPOSITORY, "herry", "merge");
  }

  @Test
  void aRevert() {
    tree.commit("a.c", "int a;\n");
    tree.commit("a.c", "int b;\n");
    assertThat(tree.tryGit("revert", "HEAD~1").exit()).isNotZero();
    Accident.refused(tree, ExitCode.REPOSITORY, "ever", "merge");
  }

  @Test
  void somebodyElsesMergeIsNotOursToFinish() {
    makeTwoBranchesThatClash();
    assertThat(tree.tryGit("merge", "other").exit()).isEqualTo(1);
    String before = tree.state();
    Run run = tree.run("merge", "--continue");
    assertThat(run.exit()).isNotZero();
    assertThat(tree.state()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"merge --continue", "merge --abort", "resolve io/ring.h --take local"})
  void noMerge(String command) {
    Accident.refused(tree, ExitCode.REPOSITORY, "no merge is in progress", command.split(" "));
  }

  @Test
  void importsDoNotMind() {
    tree.run("merge").exits(ExitCode.FINDING);
    String files = tree.files();
    String index = tree.git("ls-files", "-s");
    TestTree other = tree;
    other.run("import", "3.3.0", "--from", "../upstream").exits(ExitCode.DONE);
    assertThat(tree.files()).isEqualTo(files);
    assertThat(tree.git("ls-files", "-s")).isEqualTo(index);
  }

  @Test
  void anImportThatIsBeingMergedIsNotTakenBack() {
    tree.run("merge").exits(ExitCode.FINDING);
    Accident.refused(tree, ExitCode.REPOSITORY, "3.3.0", "import", "--undo");
  }
}
