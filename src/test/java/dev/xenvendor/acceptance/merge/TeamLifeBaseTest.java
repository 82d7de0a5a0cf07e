package dev.xenvendor.acceptance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Git;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a team gets a merge into trunk, the next one starts from the right release. */
@Tag("slow")
final class TeamLifeBaseTest {

  @TempDir Path folder;

  /** The ways in which a branch with a merge gets into trunk. */
  enum Way {
    FAST_FORWARD {
      @Override
      void take(TeamRepository team) {
        team.git("merge", "-q", "--ff-only", "update");
      }
    },
    MERGE_COMMIT {
      @Override
      void take(TeamRepository team) {
        team.git("merge", "-q", "--no-ff", "-m", "Update", "update");
      }
    },
    SQUASH {
      @Override
      void take(TeamRepository team) {
        team.git("merge", "-q", "--squash", "update");
        team.git("commit", "-q", "-m", "Update");
      }
    },
    CHERRY_PICK {
      @Override
      void take(TeamRepository team) {
        team.git("cherry-pick", "-m", "1", "update");
      }
    },
    REBASE_OF_A_SINGLE_PARENT {
      @Override
      String[] options() {
        return new String[] {"--single-parent"};
      }

      @Override
      void take(TeamRepository team) {
        team.write("README", "trunk went on\n");
        team.commitAll("Trunk goes on");
        team.git("rebase", "-q", "trunk", "update");
        team.git("switch", "-q", "trunk");
        team.git("merge", "-q", "--ff-only", "update");
      }
    },
    REVERT_OF_A_REVERT {
      @Override
      void take(TeamRepository team) {
        team.git("merge", "-q", "--no-ff", "-m", "Update", "update");
        team.git("revert", "--no-edit", "-m", "1", "HEAD");
        team.git("revert", "--no-edit", "HEAD");
      }
    };

    String[] options() {
      return new String[0];
    }

    abstract void take(TeamRepository team);
  }

  @ParameterizedTest
  @EnumSource
  void theNextMergeIsFromTheReleaseMergedLast(Way way) {
    TeamRepository team = TeamRepository.imported(folder, "3.2.0");
    team.git("switch", "-q", "-c", "update");
    team.merge("3.2.0", "local", way.options());
    team.git("switch", "-q", "trunk");

    way.take(team);
    team.importRelease("3.3.0").exits(0);
    JsonNode merge = team.json("merge", "--dry-run");

    assertThat(merge.get("base").asText()).isEqualTo("3.2.0");
    Git.Merged byGit =
        team.git()
            .merge(
                "upstream/sample/3.2.0:" + TeamRepository.PREFIX,
                "HEAD:" + TeamRepository.PREFIX,
                "upstream/sample/3.3.0:" + TeamRepository.PREFIX);
    assertThat(headers(merge)).containsExactlyInAnyOrderElementsOf(byGit.conflicts());
    team.git().requireSound();
  }

  private static List<String> headers(JsonNode merge) {
    return merge.findValue("conflicts").findValuesAsText("path").stream()
        .filter(path -> path.startsWith(TeamRepository.PREFIX))
        .map(path -> path.substring(TeamRepository.PREFIX.length() + 1))
        .distinct()
        .toList();
  }

  @Test
  void aRevertedMergeIsMergedAgainFromWhereTrunkIs() {
    TeamRepository team = TeamRepository.imported(folder, "3.2.0");
    String before = team.prediction();
    team.merge("3.2.0", "vendor");
    String merged = team.id("HEAD:" + TeamRepository.PREFIX);

    team.git("revert", "--no-edit", "-m", "1", "HEAD");

    assertThat(team.json("status").get("merged").asText()).isEqualTo("3.1.0");
    assertThat(team.json("status").get("result").asText()).isEqualTo("merge-pending");
    assertThat(team.prediction()).isEqualTo(before);
    team.merge("3.2.0", "vendor");
    assertThat(team.id("HEAD:" + TeamRepository.PREFIX)).isEqualTo(merged);
    assertThat(team.json("status").get("merged").asText()).isEqualTo("3.2.0");
  }

  @Test
  void aRebaseThatMakesTheMergeAnewByPlainGitIsSeenByItsAncestry() {
    TeamRepository team = TeamRepository.imported(folder, "3.2.0");
    team.git("switch", "-q", "-c", "update");
    team.merge("3.2.0", "vendor");
    String merged = team.id("HEAD");
    team.git("switch", "-q", "trunk");
    team.write("README", "trunk went on\n");
    team.commitAll("Trunk goes on");

    team.git("switch", "-q", "update");
    if (team.git().attempt("rebase", "-q", "--rebase-merges", "trunk").exit() != 0) {
      team.git("rm", "-rfq", TeamRepository.PREFIX);
      team.git("checkout", merged, "--", TeamRepository.PREFIX);
      team.git("rebase", "--continue");
    }

    assertThat(team.id("HEAD:" + TeamRepository.PREFIX))
        .isEqualTo(team.id(merged + ":" + TeamRepository.PREFIX));
    assertThat(team.json("status").get("merged").asText()).isEqualTo("3.2.0");
    team.xenvendor("merge").exits(0);
    assertThat(team.id("HEAD:" + TeamRepository.PREFIX))
        .isEqualTo(team.id(merged + ":" + TeamRepository.PREFIX));
    assertThat(team.json("merge").get("result").asText()).isEqualTo("up-to-date");
  }

  @Test
  void aMergeByPlainGitIsNoticedAndTakenUp() {
    TeamRepository team = TeamRepository.imported(folder, "3.2.0");
    team.git().attempt("merge", "-q", "-X", "theirs", "upstream/sample");
    team.git("commit", "-q", "-a", "--allow-empty", "-m", "Merge by somebody without the tool");
    team.git("merge-base", "--is-ancestor", "upstream/sample", "HEAD");
    String headers = team.id("HEAD:" + TeamRepository.PREFIX);

    JsonNode status = team.json("status");
    assertThat(status.get("merged").asText()).isEqualTo("3.2.0");
    assertThat(status.get("mergedByGit").asBoolean()).isTrue();
    assertThat(team.xenvendor("status").out()).contains("warning: plain git merged 3.2.0");

    Run merge = team.xenvendor("merge").exits(0);
    assertThat(merge.out())
        .contains("Plain git merged Sample 3.2.0; trunk's record is updated to it");
    assertThat(team.id("HEAD:" + TeamRepository.PREFIX)).isEqualTo(headers);
    assertThat(team.git("log", "-1", "--format=%s"))
        .isEqualTo("Record that Sample 3.2.0 is merged");
    assertThat(team.lines("rev-list", "--parents", "-1", "HEAD").get(0).split(" ")).hasSize(2);
    assertThat(team.read(TeamRepository.RECORD)).contains("release: 3.2.0");
    assertThat(team.json("status").get("mergedByGit").asBoolean()).isFalse();
    assertThat(team.json("merge").get("result").asText()).isEqualTo("up-to-date");
  }

  @Test
  void afterAMergeByPlainGitTheNextReleaseIsMergedFromIt() {
    TeamRepository team = TeamRepository.imported(folder, "3.2.0");
    team.git().attempt("merge", "-q", "-X", "theirs", "upstream/sample");
    team.git("commit", "-q", "-a", "--allow-empty", "-m", "Merge by somebody without the tool");
    team.importRelease("3.3.0").exits(0);

    assertThat(team.json("merge", "--dry-run").get("base").asText()).isEqualTo("3.2.0");
    team.merge("3.3.0", "local");

    assertThat(team.read(TeamRepository.RECORD)).contains("release: 3.3.0");
    team.git().requireSound();
  }

  @Test
  void anAdoptionWithoutJoinLeavesOneParentAndTheRecordDecides() {
    TeamRepository team = TeamRepository.sample(folder);
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream", "--no-join").exits(0);

    assertThat(team.lines("rev-list", "--parents", "-1", "HEAD").get(0).split(" ")).hasSize(2);
    team.importRelease("3.3.0").exits(0);
    assertThat(team.json("merge", "--dry-run").get("base").asText()).isEqualTo("3.1.0");
    team.merge("3.3.0", "vendor", "--single-parent");

    assertThat(team.lines("rev-list", "--merges", "--all")).isEmpty();
    assertThat(team.json("status").get("result").asText()).isEqualTo("up-to-date");
    assertThat(team.xenvendor("merge").exits(0).out()).contains("already merged");
  }

  @Test
  void aJoinedTreeHasTheVendorBranchAsSecondParent() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    assertThat(team.id("HEAD^2")).isEqualTo(team.id("upstream/sample/3.1.0^{commit}"));

    team.merge("3.3.0", "vendor");

    assertThat(team.id("HEAD^2")).isEqualTo(team.id("upstream/sample/3.3.0^{commit}"));
    assertThat(team.git("log", "-1", "--format=%(trailers:key=Release,valueonly)").strip())
        .isEqualTo("3.3.0");
  }

  @Test
  void aRecordOfAReleaseThatTheBranchLacksIsAState() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.merge("3.3.0", "vendor");
    team.git("init", "-q", "--bare", "../shared.git");
    team.git("remote", "add", "origin", "../shared.git");
    team.git("push", "-q", "origin", "upstream/sample");
    team.git("update-ref", "-d", "refs/remotes/origin/upstream/sample");
    team.git("update-ref", "refs/heads/upstream/sample", "upstream/sample~1");

    Run status = team.xenvendor("status").exits(0);

    assertThat(status.out()).contains("Trunk has Sample 3.3.0 by its record, but upstream/sample");
    assertThat(team.json("status").get("result").asText()).isEqualTo("release-missing");
    assertThat(team.json("status").get("merged").asText()).isEqualTo("3.3.0");
    assertThat(team.xenvendor("merge").exits(4).err()).contains("git fetch origin");
    String next = status.out().lines().filter(l -> l.startsWith("next:")).findFirst().orElseThrow();
    team.git(next.replace("next: git ", "").strip().split(" "));
    assertThat(team.json("status").get("result").asText()).isEqualTo("up-to-date");
  }
}
