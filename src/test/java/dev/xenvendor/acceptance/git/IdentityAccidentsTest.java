package dev.xenvendor.acceptance.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Accident;
import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody whose name the commits could carry. */
@Tag("slow")
final class IdentityAccidentsTest {

  @TempDir Path folder;

  @SampleTree(Stage.IMPORTED)
  private TestTree tree;

  private static final Map<String, String> NOBODY =
      Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "merge",
        "merge --dry-run",
        "import 3.2.0 --from ../upstream --backfill",
      })
  void nobodyIsNamed(String command) {
    tree.git("config", "--remove-section", "user");
    String before = tree.state();
    Accident.asRecorded(tree.runProcess(NOBODY, command.split(" ")), command)
        .fails(ExitCode.REPOSITORY, "no author of commits is configured");
    assertThat(tree.state()).isEqualTo(before);
  }

  @Test
  void nobodyIsNamedWhenAMergeIsFinished() {
    tree.run("merge").exits(ExitCode.FINDING);
    tree.settleAll("vendor");
    tree.git("config", "--remove-section", "user");
    String before = tree.state();
    tree.runProcess(NOBODY, "merge", "--continue")
        .fails(ExitCode.REPOSITORY, "no author of commits is configured");
    assertThat(tree.state()).isEqualTo(before);
  }

  @Test
  void adoptNeedsAnIdentityToo() {
    TestTree fresh = TestTree.fromSample(folder.resolve("fresh"));
    fresh.git("config", "--remove-section", "user");
    String before = fresh.state();
    fresh
        .runProcess(NOBODY, "adopt", "--from", "../upstream")
        .fails(ExitCode.REPOSITORY, "no author of commits is configured");
    assertThat(fresh.state()).isEqualTo(before);
  }

  @Test
  void theEnvironmentNamesAnIdentity() {
    TestTree fresh = TestTree.fromSample(folder.resolve("fresh"));
    fresh.git("config", "--remove-section", "user");
    fresh
        .runProcess(
            Map.of(
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_AUTHOR_NAME", "Ann",
                "GIT_AUTHOR_EMAIL", "ann@example.org",
                "GIT_AUTHOR_DATE", "1219219200 +0200",
                "GIT_COMMITTER_NAME", "Bob",
                "GIT_COMMITTER_EMAIL", "bob@example.org"),
            "adopt",
            "--from",
            "../upstream")
        .exits(ExitCode.DONE);
    assertThat(fresh.git("log", "-1", "--format=%an %ae %ai %cn %ce", "HEAD"))
        .isEqualTo("Ann ann@example.org 2008-08-20 10:00:00 +0200 Bob bob@example.org\n");
  }

  @Test
  void onlyTheCommitterIsNamed() {
    TestTree fresh = TestTree.fromSample(folder.resolve("fresh"));
    fresh.git("config", "--remove-section", "user");
    String before = fresh.state();
    fresh
        .runProcess(
            Map.of(
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_COMMITTER_NAME", "Bob",
                "GIT_COMMITTER_EMAIL", "bob@example.org"),
            "adopt",
            "--from",
            "../upstream")
        .fails(ExitCode.REPOSITORY, "no author of commits is configured");
    assertThat(fresh.state()).isEqualTo(before);
  }
}
