package dev.xenvendor.acceptance.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Git;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bare repositories and linked work trees. */
final class TeamLifeRepositoriesTest {

  private static final String BRANCH = "upstream/sample";

  @TempDir Path folder;

  @Test
  void aBareRepositoryImportsByItsTrunksConfiguration() {
    TeamRepository team = TeamRepository.imported(folder);
    TeamRepository bare = team.clone(folder.resolve("bare.git"), "--bare");

    bare.importRelease("3.3.0").exits(0);

    team.importRelease("3.3.0").exits(0);
    assertThat(bare.id(BRANCH + "^{tree}")).isEqualTo(team.id(BRANCH + "^{tree}"));
    assertThat(bare.id(BRANCH + "^")).isEqualTo(team.id(BRANCH + "^"));
    assertThat(bare.json("status").get("result").asText()).isEqualTo("merge-pending");
    assertThat(bare.xenvendor("releases", "verify").exits(0).out()).contains("as pinned");
    bare.git().requireSound();
    bare.xenvendor("import", "--undo").exits(0);
    assertThat(bare.id(BRANCH)).isEqualTo(team.id(BRANCH + "^"));
  }

  @Test
  void aBareRepositoryHasNothingToMergeInto() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    TeamRepository bare = team.clone(folder.resolve("bare.git"), "--bare");
    String before = bare.state();

    Run run = bare.xenvendor("merge").exits(4);

    assertThat(run.err()).contains("a bare repository has no work tree to merge into");
    bare.xenvendor("adopt", "--from", "../upstream").exits(4);
    assertThat(bare.state()).isEqualTo(before);
  }

  @Test
  void aLinkedWorkTreeMergesIntoItsOwnBranch() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    String trunk = team.id("trunk");
    team.git("worktree", "add", "-q", "-b", "update", "../linked");
    TeamRepository linked = new TeamRepository(folder.resolve("linked"));

    linked.xenvendor("merge").exits(1);
    assertThat(team.git("status", "--porcelain")).isEmpty();
    assertThat(team.xenvendor("conflicts").exits(0).out()).contains("No merge is in progress");
    linked.xenvendor("conflicts").exits(1);
    linked.xenvendor("merge", "--abort").exits(0);
    assertThat(linked.git("status", "--porcelain")).isEmpty();
    linked.merge("3.3.0", "vendor");

    assertThat(linked.id("update^2")).isEqualTo(linked.id(BRANCH));
    assertThat(linked.git("status", "--porcelain")).isEmpty();
    assertThat(team.id("trunk")).isEqualTo(trunk);
    assertThat(team.git("status", "--porcelain")).isEmpty();
    team.git().requireSound();
  }

  @Test
  void aLinkedWorkTreeImportsToo() {
    TeamRepository team = TeamRepository.imported(folder);
    team.git("worktree", "add", "-q", "-b", "update", "../linked");
    TeamRepository linked = new TeamRepository(folder.resolve("linked"));

    linked.importRelease("3.3.0").exits(0);

    assertThat(team.json("status").get("result").asText()).isEqualTo("merge-pending");
  }

  @Test
  void theVendorBranchIsNotMovedUnderAWorkTreeThatHasItCheckedOut() {
    TeamRepository team = TeamRepository.imported(folder);
    team.git("worktree", "add", "-q", "../linked", BRANCH);
    String before = team.state();

    Run run = team.importRelease("3.3.0").exits(4);

    assertThat(run.err()).contains("is checked out");
    assertThat(team.state()).isEqualTo(before);
    assertThat(new Git(folder.resolve("linked")).run("status", "--porcelain")).isEmpty();
  }

  @Test
  void theProgramRunsFromAnyFolderOfTheTree() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    TeamRepository below = new TeamRepository(team.folder().resolve(TeamRepository.PREFIX));

    below.xenvendor("merge").exits(1);
    below.xenvendor("resolve", "io/ring.h", "--take", "vendor").exits(0);
    below.xenvendor("resolve", "hvm/vmx_assist.h", "--take", "vendor").exits(0);

    assertThat(team.json("conflicts").get("conflicts")).hasSize(2);
  }
}
