package dev.xenvendor.acceptance.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Git;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vendor branch among clones and remotes: found, moved, taken back, and never by surprise. */
@Tag("slow")
final class TeamLifeVendorBranchTest {

  private static final String BRANCH = "upstream/sample";

  @TempDir Path folder;

  @Test
  void theFirstImportGoesIntoATreeWithoutHeaders() {
    TeamRepository.sample(folder);
    TeamRepository team = TeamRepository.empty(folder.resolve("new"));
    team.write("README", "an operating system without headers\n");
    team.commitAll("Begin");

    Run adopt = team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    assertThat(adopt.out()).contains("a first import adds them");
    team.importRelease("3.3.0").exits(0);
    team.xenvendor("merge").exits(0);

    assertThat(team.headers("HEAD")).isEqualTo(team.headers(BRANCH));
    assertThat(team.git("status", "--porcelain")).isEmpty();
    assertThat(team.json("status").get("merged").asText()).isEqualTo("3.3.0");
    team.git().requireSound();
  }

  @Test
  void aFirstImportNeedsNoAdoptionFirst() {
    TeamRepository.sample(folder);
    TeamRepository team = TeamRepository.empty(folder.resolve("new"));
    team.write("README", "an operating system without headers\n");
    team.commitAll("Begin");

    team.xenvendor("--vendor", "sample", "import", "3.1.0", "--from", "../upstream").exits(0);
    JsonNode merge = team.json("--vendor", "sample", "merge");

    assertThat(merge.get("result").asText()).isEqualTo("merged");
    assertThat(merge.has("base")).isFalse();
    assertThat(team.headers("HEAD")).isEqualTo(team.headers(BRANCH));
  }

  @Test
  void aFreshCloneFindsTheBranchOnTheRemote() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    TeamRepository clone = team.clone(folder.resolve("clone"));
    assertThat(clone.lines("branch", "--list", BRANCH)).isEmpty();

    assertThat(clone.json("status").get("result").asText()).isEqualTo("merge-pending");
    assertThat(clone.prediction()).isEqualTo(team.prediction());
    clone.merge("3.3.0", "vendor");

    assertThat(clone.id("HEAD^2")).isEqualTo(team.id(BRANCH));
    clone.git().requireSound();
  }

  @Test
  void anImportIntoAFreshCloneGrowsTheRemotesBranch() {
    TeamRepository team = TeamRepository.imported(folder, "3.2.0");
    TeamRepository clone = team.clone(folder.resolve("clone"));

    clone.importRelease("3.3.0").exits(0);

    assertThat(clone.id(BRANCH + "^")).isEqualTo(clone.id("origin/" + BRANCH));
    clone.git("push", "-q", "origin", BRANCH, BRANCH + "/3.3.0");
    assertThat(team.id(BRANCH)).isEqualTo(clone.id(BRANCH));
  }

  @Test
  void aLocalBranchBehindItsRemoteIsRefused() {
    TeamRepository team = TeamRepository.imported(folder, "3.2.0");
    TeamRepository clone = team.clone(folder.resolve("clone"));
    clone.git("branch", "-q", BRANCH, "origin/" + BRANCH + "~1");
    String before = clone.state();

    Run run = clone.importRelease("3.3.0").exits(4);

    assertThat(run.err()).contains("lacks what origin/upstream/sample has").contains("hint: git ");
    assertThat(clone.state()).isEqualTo(before);
    clone.git(run.err().lines().toList().get(1).substring("hint: git ".length()).split(" "));
    clone.importRelease("3.3.0").exits(0);
  }

  @Test
  void twoRemotesThatDifferAreNotGuessedAmong() {
    TeamRepository team = TeamRepository.imported(folder, "3.2.0");
    TeamRepository clone = team.clone(folder.resolve("clone"));
    TeamRepository other = team.clone(folder.resolve("other"));
    other.importRelease("3.3.0").exits(0);
    clone.git("remote", "add", "other", "../other");
    clone.git("fetch", "-q", "other");

    Run run = clone.xenvendor("merge", "--dry-run").exits(4);

    assertThat(run.err()).contains("origin/" + BRANCH, "other/" + BRANCH, "hint: choose one");
  }

  @Test
  void anImportIsTakenBack() {
    TeamRepository team = TeamRepository.imported(folder);
    String before = team.state();
    team.importRelease("3.3.0").exits(0);

    team.xenvendor("import", "--undo").exits(0);

    assertThat(team.state()).isEqualTo(before);
    team.git().requireSound();
  }

  @Test
  void theFirstImportIsTakenBackToo() {
    TeamRepository team = TeamRepository.sample(folder);
    String before = team.state();
    team.xenvendor("--vendor", "sample", "import", "3.1.0", "--from", "../upstream").exits(0);

    team.xenvendor("--vendor", "sample", "import", "3.1.0", "--undo").exits(0);

    assertThat(team.state()).isEqualTo(before);
    team.xenvendor("--vendor", "sample", "import", "--undo").exits(4);
  }

  @Test
  void anImportThatWasMergedIsNotTakenBack() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.merge("3.3.0", "vendor", "--single-parent");
    String before = team.state();

    Run run = team.xenvendor("import", "--undo").exits(4);

    assertThat(run.err()).contains("it is merged into trunk already").contains("git revert");
    assertThat(team.state()).isEqualTo(before);
  }

  @Test
  void anImportThatWasPushedIsNotTakenBack() {
    TeamRepository team = TeamRepository.imported(folder);
    team.git("init", "-q", "--bare", "../shared.git");
    team.git("remote", "add", "origin", "../shared.git");
    team.importRelease("3.3.0").exits(0);
    team.git("push", "-q", "origin", BRANCH);

    Run run = team.xenvendor("import", "--undo").exits(4);

    assertThat(run.err()).contains("it is on origin/upstream/sample already");
    assertThat(team.id(BRANCH + "/3.3.0^{commit}")).isEqualTo(team.id(BRANCH));
  }

  @Test
  void onlyTheNewestImportIsTakenBack() {
    TeamRepository team = TeamRepository.imported(folder, "3.2.0", "3.3.0");

    Run run = team.xenvendor("import", "3.2.0", "--undo").exits(4);

    assertThat(run.err()).contains("only the newest import can be undone, which is Sample 3.3");
  }

  @Test
  void aSkippedReleaseIsPointedOutAndGoesIntoItsPlace() {
    TeamRepository team = TeamRepository.imported(folder);
    Run skipping = team.importRelease("3.3.0").exits(0);
    assertThat(skipping.out())
        .contains("warning: 3.2.0 was never imported")
        .contains("hint: it can still be imported: xenvendor import 3.2.0 --backfill");
    assertThat(team.json("status").get("skipped").get(0).asText()).isEqualTo("3.2.0");

    team.importRelease("3.2.0").exits(4);
    JsonNode backfill = team.json("import", "3.2.0", "--backfill", "--from", "../upstream");

    assertThat(backfill.get("result").asText()).isEqualTo("imported");
    assertThat(team.lines("log", "--format=%s", BRANCH))
        .containsExactly("Import Sample 3.3.0", "Import Sample 3.2.0", "Import Sample 3.1.0");
    for (String version : new String[] {"3.1.0", "3.2.0", "3.3.0"}) {
      assertThat(team.id(BRANCH + "/" + version + "^{tree}:" + TeamRepository.PREFIX))
          .isEqualTo(
              new Git(folder.resolve("upstream"))
                  .run("rev-parse", version + ":xen/include/public"));
    }
    assertThat(team.json("status").get("skipped")).isEmpty();
    assertThat(team.xenvendor("releases", "verify").exits(0).out()).contains("as pinned");
    team.git().requireSound();
  }

  @Test
  void aBackfillNamesEveryRefThatMoved() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.git("init", "-q", "--bare", "../shared.git");
    team.git("remote", "add", "origin", "../shared.git");
    team.git("push", "-q", "origin", BRANCH + "/3.1.0^{commit}:refs/heads/" + BRANCH);

    Run run = team.importRelease("3.2.0", "--backfill").exits(0);

    String remade = team.git("rev-parse", "--short=7", BRANCH);
    assertThat(run.out())
        .contains("recreated with their tags:", "  3.3.0  commit " + remade)
        .contains(
            "git push --atomic origin " + BRANCH + " " + BRANCH + "/3.2.0 " + BRANCH + "/3.3.0")
        .contains("needs no --force");
    team.git("push", "-q", "origin", BRANCH, BRANCH + "/3.2.0", BRANCH + "/3.3.0");
  }

  @Test
  void theJsonOfABackfillNamesThemToo() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");

    JsonNode json = team.json("import", "3.2.0", "--backfill", "--from", "../upstream");

    assertThat(json.get("refs"))
        .map(JsonNode::asText)
        .containsExactly(BRANCH, BRANCH + "/3.2.0", BRANCH + "/3.3.0");
    JsonNode remade = json.get("remade").get(0);
    assertThat(remade.get("release").asText()).isEqualTo("3.3.0");
    assertThat(remade.get("commit").asText()).isEqualTo(team.id(BRANCH));
  }

  @Test
  void aReleaseIsNotBackfilledUnderOneThatWasMerged() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.merge("3.3.0", "vendor");
    String before = team.state();

    Run run = team.importRelease("3.2.0", "--backfill").exits(4);

    assertThat(run.err())
        .contains(
            "3.2.0 can no longer be imported before 3.3.0, which is merged into trunk already")
        .contains("skip it");
    assertThat(team.state()).isEqualTo(before);
  }

  @Test
  void aReleaseIsNotBackfilledUnderOneThatWasPushed() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    TeamRepository clone = team.clone(folder.resolve("clone"));

    Run run = clone.importRelease("3.2.0", "--backfill").exits(4);

    assertThat(run.err()).contains("before 3.3.0, which is on origin/upstream/sample already");
  }

  @Test
  void thePushCommandPrintedPushesBranchAndTag() {
    TeamRepository team = TeamRepository.imported(folder);
    team.git("init", "-q", "--bare", "../shared.git");
    team.git("remote", "add", "origin", "../shared.git");

    String out = team.importRelease("3.3.0").exits(0).out();
    String push = out.lines().filter(line -> line.contains("git push")).findFirst().orElseThrow();
    team.git(push.strip().substring("git ".length()).split(" "));

    Git shared = new Git(folder.resolve("shared.git"));
    assertThat(shared.run("rev-parse", BRANCH)).isEqualTo(team.id(BRANCH));
    assertThat(shared.run("cat-file", "-t", "refs/tags/" + BRANCH + "/3.3.0")).isEqualTo("tag");
    shared.requireSound();
  }

  @Test
  void everyCommandRunAgainChangesNothing() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.merge("3.3.0", "vendor");
    String before = team.state();

    assertThat(team.xenvendor("adopt", "--from", "../upstream").exits(0).out())
        .contains("already adopted. Nothing was changed.");
    assertThat(team.importRelease("3.3.0").exits(0).out()).contains("Nothing was changed.");
    assertThat(team.importRelease("3.1.0").exits(0).out()).contains("Nothing was changed.");
    assertThat(team.xenvendor("merge").exits(0).out()).contains("Nothing was changed.");
    assertThat(team.xenvendor("merge", "3.3.0").exits(0).out()).contains("Nothing was changed.");

    assertThat(team.state()).isEqualTo(before);
  }
}
