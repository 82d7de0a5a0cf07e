package dev.xenvendor.acceptance.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Accident;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A HEAD that is not a branch of the operating system. */
final class HeadAccidentsTest {

  @TempDir Path folder;

  @SampleTree(Stage.IMPORTED)
  private TestTree tree;

  @Test
  void noCommitYet() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Programs.gitIn(empty, "init", "-q", "-b", "trunk").exits(0);
    TestTree other = tree.beside(empty);
    Accident.refused(
        other, ExitCode.REPOSITORY, "trunk has no commit", "merge", "--vendor", "sample");
    Accident.refused(
        other,
        ExitCode.REPOSITORY,
        "trunk has no commit",
        "adopt",
        "--vendor",
        "sample",
        "--from",
        tree.upstream().toString());
    other.run("status", "--vendor", "sample").exits(ExitCode.DONE);
  }

  /** As git does it: the commit is HEAD's alone, and no branch moves. */
  @Test
  void noBranch() {
    tree.git("checkout", "-q", "--detach");
    String branches = tree.git("for-each-ref", "refs/heads", "refs/tags");
    tree.run("status").exits(ExitCode.DONE);
    tree.run("merge").exits(ExitCode.FINDING);
    tree.settleAll("vendor");
    tree.run("merge", "--continue").exits(ExitCode.DONE);
    assertThat(tree.git("for-each-ref", "refs/heads", "refs/tags")).isEqualTo(branches);
    assertThat(tree.git("rev-parse", "HEAD^2")).isEqualTo(tree.git("rev-parse", "upstream/sample"));
    tree.requireSound();
  }

  @Test
  void theVendorBranchIsCheckedOut() {
    tree.git("switch", "-q", "upstream/sample");
    Accident.refused(
        tree,
        ExitCode.REPOSITORY,
        "upstream/sample is checked out",
        "import",
        "--vendor",
        "sample",
        "3.2.0",
        "--backfill",
        "--from",
        "../upstream");
    Accident.refused(
        tree,
        ExitCode.REPOSITORY,
        "upstream/sample is checked out",
        "import",
        "--vendor",
        "sample",
        "--undo");
  }

  @Test
  void theVendorBranchIsCheckedOutInAnotherWorkTree() {
    tree.git("worktree", "add", "-q", "../second", "upstream/sample");
    Accident.refused(
        tree,
        ExitCode.REPOSITORY,
        "upstream/sample is checked out",
        "import",
        "3.2.0",
        "--backfill",
        "--from",
        "../upstream");
  }

  @Test
  void theVendorBranchItselfIsNotMergedInto() {
    tree.git("switch", "-q", "upstream/sample");
    String before = tree.state();
    Run run = tree.run("merge", "--vendor", "sample");
    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(ExitCode.REPOSITORY);
    assertThat(tree.state()).isEqualTo(before);
  }
}
