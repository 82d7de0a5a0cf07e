package dev.xenvendor.acceptance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The things teams do on the side: other branches, shallow clones, a merge dropped half way. */
@Tag("slow")
final class TeamLifeDetoursTest {

  private static final String BRANCH = "upstream/sample";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "--verbose, reset --hard", "--single-parent, reset --hard",
    "--verbose, reset --merge", "--single-parent, reset --merge",
    "--verbose, checkout -f -B other", "--single-parent, checkout -f -B other"
  })
  void aMergeDroppedByPlainGitIsForgotten(String merge, String drop) {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge", merge).exits(1);

    team.git(drop.split(" "));

    assertThat(team.git("status", "--porcelain")).isEmpty();
    assertThat(team.json("status").get("result").asText()).isEqualTo("merge-pending");
    assertThat(team.xenvendor("merge", "--continue").exits(4).err()).contains("no merge");
    team.merge("3.3.0", "vendor", merge);
    assertThat(team.json("status").get("result").asText()).isEqualTo("up-to-date");
  }

  @Test
  void anImportGoesOnDuringAMerge() {
    TeamRepository team = TeamRepository.imported(folder, "3.2.0");
    team.xenvendor("merge").exits(1);
    String status = team.git("status", "--porcelain");

    team.importRelease("3.3.0").exits(0);

    assertThat(team.git("status", "--porcelain")).isEqualTo(status);
    JsonNode open = team.json("conflicts");
    assertThat(open.get("release").asText()).isEqualTo("3.2.0");
    for (JsonNode conflict : open.get("conflicts")) {
      team.xenvendor("resolve", conflict.get("path").asText(), "--take", "vendor").exits(0);
    }
    team.xenvendor("merge", "--continue").exits(0);
    assertThat(team.json("merge", "--dry-run").get("base").asText()).isEqualTo("3.2.0");
  }

  @Test
  void anImportNeedsNoCommitOnTrunk() {
    TeamRepository.sample(folder);
    TeamRepository team = TeamRepository.empty(folder.resolve("new"));

    team.xenvendor("--vendor", "sample", "import", "3.3.0", "--from", "../upstream").exits(0);

    assertThat(team.lines("ls-tree", "-r", "--name-only", BRANCH)).hasSize(14);
    assertThat(team.xenvendor("--vendor", "sample", "merge").exits(4).err())
        .contains("branch trunk has no commit yet");
  }

  @Test
  void aDetachedHeadIsMergedInto() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    String trunk = team.id("trunk");
    team.git("switch", "-q", "--detach");

    team.merge("3.3.0", "vendor");

    assertThat(team.id("HEAD^1")).isEqualTo(trunk);
    assertThat(team.id("trunk")).isEqualTo(trunk);
    assertThat(team.git().attempt("symbolic-ref", "HEAD").exit()).isNotZero();
  }

  @Test
  void aShallowCloneMergesByTheRecord() {
    TeamRepository team = TeamRepository.imported(folder, "3.2.0");
    team.merge("3.2.0", "vendor");
    team.importRelease("3.3.0").exits(0);
    TeamRepository shallow = new TeamRepository(folder.resolve("shallow"));
    team.git("clone", "-q", "--depth", "1", "file://" + team.folder(), "../shallow");
    shallow.git("config", "user.name", "Colleague");
    shallow.git("config", "user.email", "colleague@example.org");
    shallow.git("fetch", "-q", "origin", BRANCH + ":" + BRANCH);

    assertThat(shallow.prediction()).isEqualTo(team.prediction());
    shallow.merge("3.3.0", "vendor");

    team.merge("3.3.0", "vendor");
    assertThat(shallow.id("HEAD^{tree}")).isEqualTo(team.id("HEAD^{tree}"));
  }

  @Test
  void aCloneWithoutTheVendorBranchSaysHowToGetIt() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.merge("3.3.0", "vendor", "--single-parent");
    TeamRepository clone = team.clone(folder.resolve("clone"), "--single-branch");

    assertThat(clone.xenvendor("status").exits(0).out()).contains("next: git fetch origin ");
    Run run = clone.xenvendor("merge").exits(4);

    assertThat(run.err()).contains("hint: fetch the vendor branch: git fetch origin ");
    String fetch = run.err().substring(run.err().indexOf("git fetch")).strip();
    clone.git(fetch.substring("git ".length()).split(" "));
    assertThat(clone.json("status").get("merged").asText()).isEqualTo("3.3.0");
  }

  @Test
  void anOlderBranchIsTakenOverFromTheSameVendorBranch() {
    TeamRepository team = TeamRepository.sample(folder);
    team.git("branch", "release-4");
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    team.importRelease("3.3.0").exits(0);
    team.merge("3.3.0", "vendor");
    String vendor = team.id(BRANCH);
    team.git("switch", "-q", "release-4");

    JsonNode adopt = team.json("adopt", "--vendor", "sample", "--from", "../upstream");

    assertThat(adopt.path("result").asText()).isEqualTo("adopted");
    assertThat(adopt.at("/baseline/release").asText()).isEqualTo("3.1.0");
    assertThat(team.id(BRANCH)).isEqualTo(vendor);
    assertThat(team.id("HEAD^2")).isEqualTo(team.id(BRANCH + "/3.1.0^{commit}"));
    assertThat(team.json("merge", "--dry-run").get("base").asText()).isEqualTo("3.1.0");
  }

  @Test
  void anotherBranchWithoutTheMergeMergesOnItsOwn() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.git("branch", "release-5");
    String prediction = team.prediction();
    team.merge("3.3.0", "vendor");
    String headers = team.id("HEAD:" + TeamRepository.PREFIX);
    team.git("switch", "-q", "release-5");

    assertThat(team.prediction()).isEqualTo(prediction);
    team.merge("3.3.0", "vendor");

    assertThat(team.id("HEAD:" + TeamRepository.PREFIX)).isEqualTo(headers);
    team.git("switch", "-q", "trunk");
    team.git("merge", "-q", "release-5");
    assertThat(team.json("status").get("result").asText()).isEqualTo("up-to-date");
  }

  @Test
  void plainGitsSquashOfTheVendorBranchIsMergedAgainWithoutHarm() {
    TeamRepository team = TeamRepository.imported(folder, "3.2.0");
    team.git().attempt("merge", "-q", "--squash", "-X", "theirs", BRANCH);
    team.git("add", "-A");
    team.git("commit", "-q", "-m", "Squashed by somebody without the tool");
    String headers = team.id("HEAD:" + TeamRepository.PREFIX);

    team.merge("3.2.0", "local");

    assertThat(team.id("HEAD:" + TeamRepository.PREFIX)).isEqualTo(headers);
    assertThat(team.json("status").get("merged").asText()).isEqualTo("3.2.0");
  }

  @Test
  void aCommitOnTheVendorBranchThatIsNoReleaseIsNamed() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.git("switch", "-q", BRANCH);
    team.write("stray", "a commit by hand\n");
    team.commitAll("By hand");
    team.git("switch", "-q", "trunk");

    Run run = team.xenvendor("merge").exits(4);

    assertThat(run.err()).contains("on " + BRANCH + " is not an imported release").contains("hint");
  }
}
