package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A conflict that was resolved once is resolved in the same way from then on. */
final class ReusedResolutionsTest {

  private static final String RING = TeamRepository.PREFIX + "/io/ring.h";
  private static final String REF = "refs/xenvendor/resolutions/sample";

  private static final String FETCH =
      "+refs/xenvendor/resolutions/*:refs/xenvendor/remotes/origin/resolutions/*";

  @TempDir Path folder;

  @Test
  void afterAnAbortNothingIsAsked() {
    TeamRepository team = inConflict();
    resolveAll(team);
    String resolved = team.git("write-tree");

    assertThat(team.xenvendor("merge", "--abort").exits(0).out()).contains(" recorded");
    Run again = team.xenvendor("merge").exits(0);

    assertThat(again.out()).contains("settled as on 20").contains("Merged Sample 3.3.0");
    assertThat(team.git("rev-parse", "HEAD^{tree}")).isEqualTo(resolved);
    assertThat(team.lines("rev-list", "--parents", "-1", "HEAD").get(0).split(" ")).hasSize(3);
    assertThat(team.git("status", "--porcelain")).isEmpty();
    team.git().requireSound();
  }

  @Test
  void onAnotherBranchNothingIsAsked() {
    TeamRepository team = inConflict();
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
    TeamRepository team = inConflict();
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
    TeamRepository team = inConflict();
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
    TeamRepository team = inConflict();
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
    TeamRepository team = inConflict();
    String before = stateOf(team);
    resolveAll(team);
    team.xenvendor("merge", "--abort").exits(0);

    team.xenvendor("merge", "--no-reuse").exits(1);

    assertThat(stateOf(team)).isEqualTo(before);
  }

  @Test
  void theLastDecisionCounts() {
    TeamRepository team = inConflict();
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
    TeamRepository team = inConflict();
    team.write(RING, "#if 1\n");
    team.git("add", RING);
    team.xenvendor("merge", "--abort").exits(0);

    Run again = team.xenvendor("merge").exits(1);

    assertThat(again.out()).contains("is not used: io/ring.h: the result would not be well formed");
    assertThat(team.read(RING)).contains("<<<<<<<");
  }

  @Test
  void whereTheCommitIsRefusedTheMergeWaits() throws IOException {
    TeamRepository team = inConflict();
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
    TeamRepository team = inConflict();
    resolveAll(team);
    team.xenvendor("merge", "--abort").exits(0);
    String before = team.state() + team.git("for-each-ref");

    team.xenvendor("merge", "--dry-run").exits(0);
    team.xenvendor("conflicts", "--dry-run").exits(0);

    assertThat(team.state() + team.git("for-each-ref")).isEqualTo(before);
  }

  @Test
  void othersReuseWhatTheyFetch() {
    TeamRepository team = inConflict();
    TeamRepository other = team.clone(folder.resolve("other"));
    other.git("branch", "upstream/sample", "origin/upstream/sample");
    resolveAll(team);
    team.xenvendor("merge", "--continue").exits(0);
    other.git("reset", "-q", "--hard", team.id("HEAD^"));

    other.xenvendor("merge", "--dry-run").exits(1);
    other.git("fetch", "-q", "origin", FETCH);
    other.xenvendor("merge").exits(0);

    assertThat(other.git("rev-parse", "HEAD^{tree}"))
        .isEqualTo(team.git("rev-parse", "HEAD^{tree}"));
    assertThat(other.id(REF)).isEqualTo(team.id(REF));
  }

  @Test
  void afterThePrintedCommandEveryFetchGetsThem() {
    TeamRepository team = inConflict();
    TeamRepository other = team.clone(folder.resolve("other"));
    other.git("branch", "upstream/sample", "origin/upstream/sample");
    String printed = other.xenvendor("merge", "--dry-run").exits(1).out();
    String command =
        printed
            .lines()
            .filter(line -> line.contains("git config --add "))
            .map(line -> line.replaceFirst("^.*?git config", "git config"))
            .map(line -> line.replaceFirst(" {5}.*", ""))
            .findFirst()
            .orElseThrow();
    Programs.execute(other.folder(), Map.of(), List.of("sh", "-c", command)).exits(0);

    team.xenvendor("resolve", "io/ring.h", "--hunk", "2", "--take", "local").exits(0);
    other.git("fetch", "-q");

    assertThat(other.json("resolutions").path("resolutions")).hasSize(1);
    assertThat(other.xenvendor("merge", "--dry-run").exits(1).out())
        .contains("settled as on 20")
        .doesNotContain("git config");
  }

  @Test
  void whatPlainGitCommitsIsRecordedByTheNextCommand() {
    TeamRepository team = inConflict();
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

  @Test
  void resolutionsOfTwoPeopleUnite() {
    TeamRepository team = inConflict();
    TeamRepository other = team.clone(folder.resolve("other"));
    other.git("branch", "upstream/sample", "origin/upstream/sample");
    other.xenvendor("merge").exits(1);
    team.xenvendor("resolve", "io/ring.h", "--hunk", "2", "--take", "local").exits(0);
    other.xenvendor("resolve", "io/ring.h", "--hunk", "3", "--take", "vendor").exits(0);
    other.git("fetch", "-q", "origin", FETCH);

    assertThat(other.json("resolutions").path("resolutions")).hasSize(2);
    other.xenvendor("resolve", "io/ring.h", "--hunk", "4", "--take", "vendor").exits(0);

    assertThat(other.json("resolutions").path("resolutions")).hasSize(3);
    other.git("push", "-q", "origin", REF);
    assertThat(team.json("resolutions").path("resolutions")).hasSize(3);
    other.git().requireSound();
  }

  @Test
  void whatIsForgottenIsAskedAgainAndStaysForgotten() {
    TeamRepository team = inConflict();
    team.xenvendor("resolve", "io/ring.h", "--hunk", "2", "--take", "local").exits(0);
    TeamRepository other = team.clone(folder.resolve("other"));
    other.git("fetch", "-q", "origin", FETCH);
    String id = other.json("resolutions").path("resolutions").path(0).path("id").asText();

    other.xenvendor("resolutions", "forget", id.substring(0, 7)).exits(0);

    assertThat(other.json("resolutions").path("resolutions")).isEmpty();
    assertThat(other.xenvendor("resolutions", "forget", id).exits(2).err()).contains(id);
    assertThat(other.xenvendor("resolutions", "show", "zz").exits(2).err()).contains("zz");
  }

  @ParameterizedTest
  @CsvSource({
    "result, '<<<<<<< local\na\n=======\nb\n>>>>>>> vendor\n'",
    "result-2, 'another file\n'",
    "vendor, 'another text\n'",
    "about.yaml, 'schema: 1\n'",
    "about.yaml, 'schema: 1\nkind: hunk\nnumber: 1\ncount: 1\npaths: [../../../etc/passwd]\n'",
  })
  void whatAStrangerWroteIsNamedAndNotUsed(String file, String text) {
    TeamRepository team = inConflict();
    team.xenvendor("resolve", "io/ring.h", "--hunk", "2", "--take", "local").exits(0);
    team.xenvendor("merge", "--abort").exits(0);
    replaceEntry(team, file, text.replace("\\n", "\n"));

    Run merge = team.xenvendor("merge", "--dry-run").exits(1);

    assertThat(merge.out()).contains("is not used: ").doesNotContain("settled as on");
    assertThat(team.xenvendor("resolutions").exits(1).out()).contains("damaged: ");
    JsonNode damaged = team.xenvendor("--format", "json", "resolutions").json().path("damaged");
    team.xenvendor("resolutions", "forget", damaged.path(0).path("id").asText()).exits(0);
    team.xenvendor("resolutions").exits(0);
  }

  /** Puts another file into the only entry, under a name that agrees with it. */
  private static void replaceEntry(TeamRepository team, String file, String text) {
    String folder = team.git("ls-tree", "-d", "-r", "--name-only", REF).lines().toList().get(1);
    String blob = team.hash(text);
    team.git("read-tree", "--prefix=entry/", REF + ":" + folder);
    team.git("update-index", "--add", "--cacheinfo", "100644," + blob + ",entry/" + file);
    String tree = team.git("write-tree", "--prefix=entry/").strip();
    team.git("reset", "-q", "--hard");
    String name = folder.substring(0, folder.indexOf('-') + 1) + tree;
    team.git("read-tree", "--empty");
    team.git("read-tree", "--prefix=" + name + "/", tree);
    String all = team.git("write-tree").strip();
    team.git("reset", "-q", "--hard");
    team.git("update-ref", REF, team.git("commit-tree", "-m", "Forged", all).strip());
  }

  private TeamRepository inConflict() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);
    return team;
  }

  /** Takes every suggestion, and local for the rest. */
  private static void resolveAll(TeamRepository team) {
    team.xenvendor("resolve", "--all-suggested").exits(0);
    for (JsonNode conflict : team.json("conflicts").path("conflicts")) {
      boolean isOfHunks = !conflict.path("hunks").isEmpty();
      String number = conflict.path("number").asText();
      if (isOfHunks) {
        team.xenvendor("resolve", number, "--hunk", "all", "--take", "vendor").exits(0);
      } else {
        team.xenvendor("resolve", number, "--take", "local").exits(0);
      }
    }
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
