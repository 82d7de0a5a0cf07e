package dev.xenvendor.acceptance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Git;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source of an {@code update}, and the release that it takes from there. */
@Tag("slow")
final class UpdateSourceTest {

  @TempDir Path folder;

  @BeforeAll
  static void requireGit() {
    Programs.requireGit();
  }

  @Test
  void theSourceIsRemembered() {
    TestTree tree = TestTree.pristine(folder);
    Run adopted = tree.run("adopt", "--from", "../upstream").exits(ExitCode.DONE);
    String offered =
        adopted.out().lines().filter(line -> line.contains("git config")).findFirst().orElseThrow();
    Programs.execute(
            tree.root(),
            Map.of(),
            List.of("sh", "-c", offered.replaceAll("^.*(git config)|   .*", "$1")))
        .exits(0);

    assertThat(tree.run("update", "--dry-run").exits(ExitCode.DONE).out())
        .contains("3.3.0 is the newest release of " + tree.upstream())
        .doesNotContain("to remember");
    tree.git("config", "xenvendor.sample.source", "../upstream");
    TestFiles.put(tree.path("deep/er/file"), new byte[0]);
    Programs.xenvendor("-C", tree.path("deep/er").toString(), "update").exits(ExitCode.DONE);
    assertThat(tree.run("update").exits(ExitCode.DONE).out())
        .isEqualTo(
            "Trunk has Sample 3.3.0; ../upstream (git config xenvendor.sample.source) has no newer"
                + " release.\n");
  }

  @Test
  void aDirectoryIsTheReleaseThatItsManifestIdentifies() {
    TestTree tree = UpdateTest.clean(folder);
    Path release = tree.unpacked("3.2.0");

    assertThat(tree.run("update", "--from", release.toString()).exits(ExitCode.DONE).out())
        .startsWith("Imported Sample 3.2.0 to upstream/sample, 14 files, as pinned. Merged it")
        .doesNotContain("to remember");
    TestFiles.replace(release.resolve("xen.h"), "#define", "#define OTHER 1\n#define");
    tree.run("update", "--from", release.toString())
        .fails(ExitCode.UNAVAILABLE, "is no release that is pinned");
  }

  @Test
  void aTreeThatFollowsCandidatesGetsTheNext() {
    TestTree tree = UpdateTest.ofNewRelease(folder);
    tree.run("update", "3.10.0-rc1", "--from", "../upstream").exits(ExitCode.DONE);
    assertThat(tree.run("update", "--from", "../upstream").exits(ExitCode.DONE).out())
        .isEqualTo("Trunk has Sample 3.10.0-rc1; ../upstream has no newer release.\n");

    new Git(tree.upstream()).run("tag", "3.10.0-rc2");

    assertThat(tree.run("update", "--from", "../upstream", "-n").exits(ExitCode.DONE).out())
        .startsWith("Sample 3.10.0-rc2 is the newest release of ../upstream");
  }
}
