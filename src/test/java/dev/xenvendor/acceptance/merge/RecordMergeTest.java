package dev.xenvendor.acceptance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Branches that both merged releases, and meet by plain git. */
@Tag("slow")
final class RecordMergeTest {

  @TempDir Path folder;

  @BeforeAll
  static void requireGit() {
    Programs.requireGit();
  }

  /** Trunk with 3.2.0, and a branch {@code next} with 3.3.0, both from 3.1.0. */
  private TeamRepository twoReleases() {
    TeamRepository team = TeamRepository.imported(folder, "3.2.0", "3.3.0");
    team.git("branch", "next");
    team.merge("3.2.0", "vendor");
    team.git("switch", "-q", "next");
    team.merge("3.3.0", "vendor");
    team.git("switch", "-q", "trunk");
    return team;
  }

  private static String record(TeamRepository team) {
    return team.git("show", "HEAD:" + TeamRepository.RECORD);
  }

  @Test
  void theRecordIsOfTheNewerRelease() {
    TeamRepository team = twoReleases();
    assertThat(team.git().attempt("merge", "next").exit()).isEqualTo(1);
    assertThat(team.git("ls-files", "-u")).contains(TeamRepository.RECORD);
    assertThat(team.xenvendor("conflicts").out()).doesNotContain(TeamRepository.RECORD);
    settleHeaders(team, "vendor");
    team.xenvendor("merge", "--continue").exits(0);
    assertThat(record(team)).isEqualTo(team.git("show", "next:" + TeamRepository.RECORD));
    assertThat(team.git("log", "-1", "--format=%P")).contains(team.id("next"));
    team.xenvendor("check", "--rule", "merge-record,conflict-marker").exits(0);
    assertThat(team.json("merge").get("result").asText()).isEqualTo("up-to-date");
  }

  @Test
  void theOtherWayRoundItIsTheSame() {
    TeamRepository team = twoReleases();
    team.git("switch", "-q", "next");
    String before = record(team);
    team.git().attempt("merge", "trunk");
    settleHeaders(team, "local");
    team.xenvendor("merge", "--continue").exits(0);
    assertThat(record(team)).isEqualTo(before);
  }

  private static void settleHeaders(TeamRepository team, String side) {
    team.json("conflicts")
        .get("conflicts")
        .forEach(
            conflict ->
                team.xenvendor("resolve", conflict.get("path").asText(), "--take", side).exits(0));
  }

  @Test
  void resolveSettlesTheRecordToo() {
    TeamRepository team = twoReleases();
    edit(team, "# define");
    team.git("switch", "-q", "next");
    edit(team, "#  define");
    team.git().attempt("merge", "trunk");
    settleHeaders(team, "vendor");
    assertThat(team.git("ls-files", "-u")).isEmpty();
  }

  private static void edit(TeamRepository team, String define) {
    TestFiles.replace(
        team.folder().resolve(TeamRepository.PREFIX + "/callback.h"), "#define", define);
    team.commitAll("Edit callback.h");
  }

  @Test
  void twoWhoMergedTheSameReleaseAgree() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    TeamRepository colleague = team.clone(folder.resolve("colleague"));
    team.merge("3.3.0", "vendor");
    colleague.git("branch", "upstream/sample", "origin/upstream/sample");
    colleague.merge("3.3.0", "local");
    colleague.git("fetch", "-q", "origin");
    colleague.git().attempt("merge", "origin/trunk");
    settleHeaders(colleague, "vendor");
    if (colleague.git("status", "--porcelain").lines().findAny().isPresent()) {
      colleague.xenvendor("merge", "--continue").exits(0);
    }
    colleague.xenvendor("check", "--rule", "merge-record,conflict-marker").exits(0);
    assertThat(record(colleague)).contains("release: 3.3.0\n");
  }

  @Test
  void aNewMergeIsRefusedButSettlesTheRecord() {
    TeamRepository team = twoReleases();
    team.git().attempt("merge", "next");
    team.xenvendor("merge").exits(ExitCode.REPOSITORY);
    assertThat(team.git("ls-files", "-u")).doesNotContain(TeamRepository.RECORD);
  }

  @Test
  void checkNamesMarkersInTheRecordAsSuch() {
    TeamRepository team = twoReleases();
    team.git().attempt("merge", "next");
    team.commitAll("Markers and all");
    Run check = team.xenvendor("check", "--rule", "conflict-marker").exits(ExitCode.FINDING);
    assertThat(check.out()).contains("conflict markers were left here", TeamRepository.RECORD);
    Run status = team.xenvendor("status").exits(ExitCode.INPUT_FILE);
    assertThat(status.err()).contains(TeamRepository.RECORD + " holds conflict markers");
  }
}
