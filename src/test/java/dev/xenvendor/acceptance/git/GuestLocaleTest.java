package dev.xenvendor.acceptance.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are not ASCII, in whatever locale the program is started. */
@Tag("slow")
final class GuestLocaleTest {

  @TempDir Path folder;

  @SampleTree(Stage.ADOPTED)
  private TestTree tree;

  @ParameterizedTest
  @ValueSource(strings = {"C", "", "xx_XX.ISO-8859-1"})
  void everythingWorks(String locale) {
    tree.commit("docs/für-alle.txt", "x\n");
    tree.commit(TestTree.PREFIX + "/größe.h", "#define GROESSE 1\n");
    Guest guest =
        new Guest(tree)
            .with("LC_ALL", locale)
            .with("HOME", folder.toString())
            .with("GIT_AUTHOR_NAME", "Jörg Ä.")
            .with("GIT_AUTHOR_EMAIL", "j@example.org");

    guest.xenvendor("import", "3.3.0", "--from", "../upstream").exits(ExitCode.DONE);
    guest.xenvendor("merge").exits(ExitCode.FINDING);
    assertThat(guest.xenvendor("check").out()).contains("größe.h");
    tree.settleAll("vendor");
    guest.xenvendor("merge", "--continue").exits(ExitCode.DONE);

    assertThat(tree.git("log", "-1", "--format=%an")).isEqualTo("Jörg Ä.\n");
    assertThat(tree.git("status", "--porcelain")).isEmpty();
  }
}
