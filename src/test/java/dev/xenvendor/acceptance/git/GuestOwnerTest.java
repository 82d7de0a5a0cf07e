package dev.xenvendor.acceptance.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repository that another user owns runs none of its programs. */
@Tag("slow")
final class GuestOwnerTest {

  @SampleTree(Stage.IMPORTED)
  private TestTree tree;

  private Path home;
  private Guest guest;

  @BeforeEach
  void useTree() {
    home = Objects.requireNonNull(tree.folder().getParent());
    guest =
        new Guest(tree).with("HOME", home.toString()).with("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "check", "merge"})
  void nothingThatItConfiguresRuns(String command) {
    Path proof = home.resolve("it-ran");
    tree.git("config", "filter.x.clean", "touch " + proof + "; cat");
    tree.commit(".gitattributes", "*.h filter=x\n");
    tree.write(TestTree.PREFIX + "/io/ring.h", "changed\n");
    proof.toFile().delete();

    assertThat(guest.git("status").exit()).isEqualTo(128);
    guest.xenvendor(command.split(" ")).fails(ExitCode.REPOSITORY, "belongs to another user");

    assertThat(proof).doesNotExist();
  }

  private void declareSafe(String value) {
    String config = "[safe]\n directory = /elsewhere\n directory = " + value + "\n";
    TestFiles.put(home.resolve(".gitconfig"), config.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "*", "~/tree/os", "%/"})
  void whoTrustsItSaysSo(String value) {
    declareSafe(value.replace("%", tree.root().toString()));
    guest.xenvendor("status").exits(ExitCode.DONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "%/sys", "/"})
  void whatIsSaidOfOthersDoesNotCount(String value) {
    declareSafe(value.replace("%", tree.root().toString()));
    assertThat(guest.git("status").exit()).isEqualTo(128);
    guest.xenvendor("status").fails(ExitCode.REPOSITORY, "belongs to another user");
  }

  @Test
  void theRepositoryCannotDeclareItselfSafe() {
    tree.git("config", "safe.directory", "*");
    assertThat(guest.git("status").exit()).isEqualTo(128);
    guest.xenvendor("status").fails(ExitCode.REPOSITORY, "belongs to another user");
  }

  @Test
  void aRepositoryThatIsNamedIsTrusted() {
    guest.with("GIT_DIR", tree.root().resolve(".git").toString());
    assertThat(guest.git("status").exit()).isZero();
    guest.xenvendor("status").exits(ExitCode.DONE);
  }

  @Test
  void aBareRepositoryThatIsNotNamed() {
    tree.git("clone", "-q", "--bare", ".", "../bare");
    TestTree bare = tree.beside(home.resolve("tree/bare"));
    Guest there =
        new Guest(bare)
            .with("HOME", home.toString())
            .with("GIT_CONFIG_PARAMETERS", "'safe.barerepository'='explicit'");
    there.xenvendor("status").fails(ExitCode.REPOSITORY, "safe.bareRepository");
    there.with("GIT_DIR", ".").xenvendor("--vendor", "sample", "status").exits(ExitCode.DONE);
  }
}
