package dev.xenvendor.acceptance.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Accident;
import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where there is no repository, or one without a work tree. */
final class PlaceAccidentsTest {

  @TempDir Path folder;

  @SampleTree(Stage.IMPORTED)
  private TestTree tree;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "merge",
        "merge --dry-run",
        "merge --continue",
        "merge --abort",
        "conflicts",
        "releases",
        "releases verify",
        "resolve io/ring.h --take local",
        "adopt --from ../upstream",
        "import 3.3.0 --from ../upstream",
        "merge-trees a b c"
      })
  void outsideOfARepository(String command) throws IOException {
    Path nowhere = Files.createDirectory(folder.resolve("nowhere"));
    TestTree other = tree.beside(nowhere);
    Accident.fails(
        other, ExitCode.REPOSITORY, "not in a git repository: " + nowhere, command.split(" "));
    assertThat(TestFiles.filesBelow(nowhere)).isEmpty();
  }

  @Test
  void aFolderThatIsNotThere() {
    Accident.fails(tree.beside(folder.resolve("gone")), ExitCode.REPOSITORY, "gone", "status");
  }

  @Test
  void aFileWhereAFolderIsMeant() {
    Accident.fails(
        tree.beside(tree.path("sys/arch/xen/xen/README")), ExitCode.REPOSITORY, "README", "status");
  }

  @Test
  void aGitFileThatLeadsNowhere() {
    TestFiles.put(
        folder.resolve("broken/.git"), "gitdir: ../gone\n".getBytes(StandardCharsets.UTF_8));
    Accident.fails(tree.beside(folder.resolve("broken")), ExitCode.REPOSITORY, "broken", "status");
  }

  @Test
  void aBareRepositoryHasNothingToMergeInto() {
    tree.git("clone", "-q", "--bare", ".", "../bare.git");
    TestTree bare = tree.beside(tree.folder().resolve("bare.git"));
    Accident.fails(bare, ExitCode.REPOSITORY, "bare", "merge");
    Accident.fails(bare, ExitCode.REPOSITORY, "bare", "merge", "--dry-run");
    Accident.fails(bare, ExitCode.REPOSITORY, "merge", "merge", "--abort");
  }
}
