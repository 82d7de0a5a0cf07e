package dev.xenvendor.acceptance.conflict;

import static dev.xenvendor.acceptance.conflict.ResolvedTeam.RING;
import static dev.xenvendor.acceptance.conflict.ResolvedTeam.inConflict;
import static dev.xenvendor.acceptance.conflict.ResolvedTeam.resolveAll;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conflict that was resolved once is resolved in the same way from then on. */
@Tag("slow")
final class ReusedResolutionsTest {

  @TempDir Path folder;

  @Test
  void afterAnAbortNothingIsAsked() {
    TeamRepository team = inConflict(folder);
    resolveAll(team);
    String resolved = team.git("write-tree");

    assertThat(team.xenvendor("merge", "--abort").exits(0).out()).contains(" recorded");
    Run again = team.xenvendor("merge").exits(0);

    assertThat(again.out()).contains("resolved as on 20").contains("Merged Sample 3.3.0");
    assertThat(team.git("rev-parse", "HEAD^{tree}")).isEqualTo(resolved);
    assertThat(team.lines("rev-list", "--parents", "-1", "HEAD").get(0).split(" ")).hasSize(3);
    assertThat(team.git("status", "--porcelain")).isEmpty();
    team.git().requireSound();
  }

  @Test
  void onAnotherBranchNothingIsAsked() {
    TeamRepository team = inConflict(folder);
    team.git("branch", "stable");
    resolveAll(team);
    team.xenvendor("merge", "--continue").exits(0);
    String merged = team.git("rev-parse", "HEAD^{tree}");
    String commit = team.git("rev-parse", "--short=7", "HEAD").strip();

    team.git("checkout", "-q", "stable");
    Run dryRun = team.xenvendor("merge", "--dry-run").exits(0);
    assertThat(dryRun.out()).contains("would leave no conflict").contains(" in " + commit + "\n");
    team.xenvendor("update", "3.3.0").exits(0);

    assertThat(team.git("rev-parse", "HEAD^{tree}")).isEqualTo(merged);
  }

  @Test
  void whatIsEditedByHandIsReusedAsItStands() {
    TeamRepository team = inConflict(folder);
    String byHand = "/* all of it by hand */\n";
    team.write(RING, byHand);
    team.git("add", RING);
    resolveAll(team);

    team.xenvendor("merge", "--abort").exits(0);
    team.xenvendor("merge").exits(0);

    assertThat(team.read(RING)).isEqualTo(byHand);
  }

  @Test
  void singleHunksAreReusedAndTheRestIsAsked() {
    TeamRepository team = inConflict(folder);
    String untouched = stateOf(team);
    team.xenvendor("resolve", "io/ring.h", "--hunk", "2,4", "--take", "local").exits(0);
    String half = team.read(RING);
    team.xenvendor("merge", "--abort").exits(0);

    Run again = team.xenvendor("merge").exits(1);

    assertThat(again.out()).contains("io/ring.h (2 of ");
    assertThat(team.read(RING)).isEqualTo(half);
    team.xenvendor("resolve", "--undo", "io/ring.h").exits(0);
    assertThat(stateOf(team)).isEqualTo(untouched);
  }

  @Test
  void whatIsReusedCanBeReopened() {
    TeamRepository team = inConflict(folder);
    String stages = team.git("ls-files", "--stage", "io/ring.h");
    team.xenvendor("resolve", "io/ring.h", "--take", "local").exits(0);
    String number = numberOf(team, RING);
    team.xenvendor("merge", "--abort").exits(0);
    JsonNode merge = team.json("merge");

    assertThat(merge.path("reused")).hasSize(1);
    assertThat(merge.path("reused").path(0).path("settled").asBoolean()).isTrue();
    assertThat(numberOf(team, RING)).isNotEqualTo(number);
    team.xenvendor("resolve", "--undo", numberOf(team, RING)).exits(0);

    assertThat(team.git("ls-files", "--stage", "io/ring.h")).isEqualTo(stages);
    assertThat(team.read(RING)).contains("<<<<<<<");
  }

  @Test
  void noReuseLeavesThemOut() {
    TeamRepository team = inConflict(folder);
    String before = stateOf(team);
    resolveAll(team);
    team.xenvendor("merge", "--abort").exits(0);

    team.xenvendor("merge", "--no-reuse").exits(1);

    assertThat(stateOf(team)).isEqualTo(before);
  }

  @Test
  void theLastDecisionCounts() {
    TeamRepository team = inConflict(folder);
    team.xenvendor("resolve", "io/ring.h", "--hunk", "all", "--take", "local").exits(0);
    team.xenvendor("resolve", "--undo", "io/ring.h").exits(0);
    team.xenvendor("resolve", "io/ring.h", "--hunk", "all", "--take", "vendor").exits(0);
    String second = team.read(RING);
    team.xenvendor("merge", "--abort").exits(0);

    team.xenvendor("merge").exits(1);

    assertThat(team.read(RING)).isEqualTo(second);
  }

  @Test
  void identLinesMayBeExpandedOtherwise() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    String header = team.read(RING);
    assertThat(header).contains("ring.h,v 1.2 ");
    team.git("branch", "stable");
    team.xenvendor("merge").exits(1);
    resolveAll(team);
    team.xenvendor("merge", "--continue").exits(0);
    String merged = team.read(RING);
    team.git("checkout", "-q", "stable");
    team.write(RING, header.replace("v 1.2 ", "v 1.2.4.1 "));
    team.commitAll("Expand it otherwise");

    team.xenvendor("merge").exits(0);

    assertThat(team.read(RING)).isEqualTo(merged.replace("v 1.2 ", "v 1.2.4.1 "));
  }

  @Test
  void aResultThatIsNotWellFormedIsNotReused() {
    TeamRepository team = inConflict(folder);
    team.write(RING, "#if 1\n");
    team.git("add", RING);
    team.xenvendor("merge", "--abort").exits(0);

    Run again = team.xenvendor("merge").exits(1);

    assertThat(again.out()).contains("is not used: io/ring.h: the result would not be well formed");
    assertThat(team.read(RING)).contains("<<<<<<<");
  }

  @Test
  void whereTheCommitIsRefusedTheMergeWaits() throws IOException {
    TeamRepository team = inConflict(folder);
    resolveAll(team);
    String resolved = team.git("write-tree");
    team.xenvendor("merge", "--abort").exits(0);
    String head = team.id("HEAD");
    Path hook = team.folder().resolve(".git/hooks/commit-msg");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\nexit 1\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));

    Run refused = team.xenvendor("merge").exits(4);

    assertThat(refused.err()).contains("commit-msg refused").contains("merge --continue");
    assertThat(team.id("HEAD")).isEqualTo(head);
    assertThat(team.git("write-tree")).isEqualTo(resolved);
    assertThat(team.xenvendor("status").exits(0).out()).contains("Conflicts none left");
    Files.delete(hook);
    team.xenvendor("merge", "--continue").exits(0);
    assertThat(team.id("HEAD^{tree}")).isEqualTo(resolved);
  }

  @Test
  void aDryRunWritesNothing() {
    TeamRepository team = inConflict(folder);
    resolveAll(team);
    team.xenvendor("merge", "--abort").exits(0);
    String before = team.state() + team.git("for-each-ref");

    team.xenvendor("merge", "--dry-run").exits(0);
    team.xenvendor("conflicts", "--dry-run").exits(0);

    assertThat(team.state() + team.git("for-each-ref")).isEqualTo(before);
  }

  @Test
  void whatPlainGitCommitsIsRecordedByTheNextCommand() {
    TeamRepository team = inConflict(folder);
    team.git("branch", "stable");
    team.write(RING, "/* all of it by hand */\n");
    for (JsonNode conflict : team.json("conflicts").path("conflicts")) {
      String path = conflict.path("path").asText();
      boolean isText = !conflict.path("hunks").isEmpty();
      if (isText && !path.equals(RING)) {
        team.git("checkout", "-q", "--theirs", "--", path);
      }
    }
    team.git("add", "-A");
    team.git("commit", "-q", "--no-edit");
    String merged = team.git("rev-parse", "HEAD^{tree}");
    String commit = team.git("rev-parse", "--short=7", "HEAD");

    team.git("checkout", "-q", "stable");
    assertThat(team.xenvendor("merge").exits(0).out()).contains(" in " + commit);

    assertThat(team.git("rev-parse", "HEAD^{tree}")).isEqualTo(merged);
  }

  private static String numberOf(TeamRepository team, String path) {
    for (JsonNode settled : team.json("conflicts").path("settled")) {
      if (settled.path("path").asText().equals(path)) {
        return settled.path("number").asText();
      }
    }
    throw new AssertionError("not settled: " + path);
  }

  /** Every stage of the index and every file of the work tree. */
  private static String stateOf(TeamRepository team) {
    return team.lines("ls-files", "--stage", "--resolve-undo") + team.stateButResolutions();
  }
}
