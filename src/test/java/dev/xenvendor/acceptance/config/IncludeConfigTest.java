package dev.xenvendor.acceptance.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Declarations and manifests that only this work tree has. */
final class IncludeConfigTest {

  private static final String MANIFEST = "vendor/sample/releases/3.3.0.yaml";

  @TempDir Path folder;
  private TeamRepository team = new TeamRepository(Path.of("."));

  @BeforeAll
  static void requireGit() {
    Programs.requireGit();
  }

  @BeforeEach
  void pin() {
    team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("releases", "pin", "3.3.0", "--from", "../upstream", "--ref", "3.3.0").exits(0);
    assertThat(team.has(MANIFEST)).isTrue();
  }

  @Test
  void theyAreRefusedWithTheCommandToType() {
    String before = team.state();
    for (String dryRun : new String[] {"--dry-run", "--color=never"}) {
      Run merge = team.xenvendor("merge", dryRun).exits(ExitCode.REPOSITORY);
      assertThat(merge.err())
          .contains("only this work tree has ", MANIFEST, "git add ", "--include-config");
    }
    assertThat(team.state()).isEqualTo(before);
    team.git("add", "vendor");
    team.git("commit", "-q", "-m", "Pin 3.3.0");
    assertThat(team.xenvendor("merge").exit()).isIn(ExitCode.DONE, ExitCode.FINDING);
  }

  @Test
  void theyAreCommittedFirstWhereThatIsAskedFor() {
    TestFiles.replace(
        team.folder().resolve("vendor/sample/vendor.yaml"), "exclude: []", "exclude: [\"x\"]");
    String head = team.id("HEAD");
    team.xenvendor("merge", "--include-config").exits(ExitCode.FINDING);
    assertThat(team.git("diff", "--name-only", head, "HEAD"))
        .contains(MANIFEST, "vendor/sample/vendor.yaml");
    team.xenvendor("merge", "--abort").exits(0);
    assertThat(team.has(MANIFEST)).isTrue();
    assertThat(team.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void otherChangesAreRefusedAllTheSame() {
    TestFiles.replace(
        team.folder().resolve(TeamRepository.PREFIX + "/xen.h"), "#define", "# define");
    team.xenvendor("merge", "--include-config").exits(ExitCode.REPOSITORY);
  }
}
