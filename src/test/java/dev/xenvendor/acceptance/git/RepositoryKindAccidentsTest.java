package dev.xenvendor.acceptance.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Accident;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repository of a kind that JGit cannot handle. */
@Tag("slow")
final class RepositoryKindAccidentsTest {

  @TempDir Path folder;

  @SampleTree(Stage.IMPORTED)
  private TestTree tree;

  @SampleTree(Stage.IMPORTED)
  private TestTree plain;

  @Test
  void sha256() {
    Programs.gitIn(folder, "init", "-q", "--object-format=sha256", "long").exits(0);
    TestTree other = tree.beside(folder.resolve("long"));
    Accident.fails(other, ExitCode.REPOSITORY, "sha256", "status");
    Accident.fails(
        other,
        ExitCode.REPOSITORY,
        "sha256",
        "import",
        "--vendor",
        "sample",
        "3.3.0",
        "--from",
        tree.upstream().toString());
    assertThat(folder.resolve("long/.git/xenvendor")).doesNotExist();
  }

  @Test
  void sha256AsASource() {
    Programs.gitIn(folder, "init", "-q", "--object-format=sha256", "long").exits(0);
    Accident.refused(
        tree,
        ExitCode.REPOSITORY,
        "sha256",
        "import",
        "3.2.0",
        "--backfill",
        "--from",
        folder.resolve("long").toString());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void splitIndex(boolean told) {
    tree.git("config", "core.splitIndex", String.valueOf(told));
    tree.git("update-index", "--split-index");
    mergesAsElsewhere(tree);
  }

  /** Headers and configuration that are not checked out are merged, and stay left out. */
  @ParameterizedTest
  @ValueSource(strings = {"--sparse-index", "--no-sparse-index"})
  void sparseCheckout(String index) {
    tree.git("update-index", "-q", "--refresh");
    tree.git("sparse-checkout", "set", "--cone", index, "sys/arch/xen/xen");
    assertThat(tree.header("xen.h")).doesNotExist();
    tree.run("status").exits(ExitCode.DONE);
    tree.run("merge", "--dry-run").exits(ExitCode.FINDING);
    mergesAsElsewhere(tree);
    assertThat(tree.header("xen.h")).doesNotExist();
    assertThat(tree.path("vendor")).doesNotExist();
  }

  private void mergesAsElsewhere(TestTree tree) {
    tree.run("merge").exits(ExitCode.FINDING);
    tree.run("merge", "--abort").exits(ExitCode.DONE);
    assertThat(tree.git("status", "--porcelain")).isEmpty();
    tree.run("merge").exits(ExitCode.FINDING);
    tree.settleAll("vendor");
    tree.run("merge", "--continue").exits(ExitCode.DONE);
    assertThat(tree.git("status", "--porcelain")).isEmpty();
    tree.requireSound();
    plain.run("merge").exits(ExitCode.FINDING);
    plain.settleAll("vendor");
    plain.run("merge", "--continue").exits(ExitCode.DONE);
    assertThat(tree.git("rev-parse", "HEAD^{tree}"))
        .isEqualTo(plain.git("rev-parse", "HEAD^{tree}"));
  }

  /** What is missing is fetched when it is read, and not before. */
  @Test
  void partialClone() {
    tree.git("config", "uploadpack.allowFilter", "true");
    tree.git("config", "uploadpack.allowAnySHA1InWant", "true");
    tree.git("clone", "-q", "--filter=blob:none", tree.root().toUri().toString(), "../partial");
    TestTree partial = tree.beside(tree.folder().resolve("partial"));
    partial.git("config", "user.name", "Demo");
    partial.git("config", "user.email", "demo@example.org");
    partial.git("branch", "-q", "upstream/sample", "origin/upstream/sample");
    partial.run("status").exits(ExitCode.DONE);
    mergesAsElsewhere(partial);
  }

  /** What was merged last is in the record, but the release itself is not there to merge from. */
  @ParameterizedTest
  @ValueSource(strings = {"merge", "merge --dry-run"})
  void aShallowCloneThatLacksTheBase(String command) {
    TestTree shallow = shallowClone();
    Accident.refused(shallow, ExitCode.REPOSITORY, "does not hold it", command.split(" "));
  }

  @Test
  void aShallowCloneTellsWhereItStands() {
    Run run = shallowClone().run("status");
    assertThat(run.err()).doesNotContain("\tat ");
    assertThat(run.exit()).as(run.err()).isIn(ExitCode.DONE, ExitCode.REPOSITORY);
  }

  private TestTree shallowClone() {
    String url = tree.root().toUri().toString();
    tree.git("clone", "-q", "--depth=1", "--no-single-branch", url, "../shallow");
    TestTree shallow = tree.beside(tree.folder().resolve("shallow"));
    shallow.git("config", "user.name", "Demo");
    shallow.git("config", "user.email", "demo@example.org");
    return shallow;
  }

  @Test
  void aFormatOfTheFuture() {
    tree.git("config", "core.repositoryformatversion", "9");
    Accident.fails(tree, ExitCode.REPOSITORY, "9", "status");
  }
}
