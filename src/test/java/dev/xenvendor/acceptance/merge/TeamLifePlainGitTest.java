package dev.xenvendor.acceptance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Git;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a merge leaves behind is plain git, and git's own commands go on from it. */
@Tag("slow")
final class TeamLifePlainGitTest {

  private static final String VMX = TeamRepository.PREFIX + "/hvm/vmx_assist.h";
  private static final String PROTOCOLS = TeamRepository.PREFIX + "/io/protocols.h";
  private static final String RING = TeamRepository.PREFIX + "/io/ring.h";
  private static final String WIRE = TeamRepository.PREFIX + "/io/xs_wire.h";

  @TempDir Path folder;

  private TeamRepository team = new TeamRepository(Path.of(""));

  @BeforeEach
  void importRelease() {
    team = TeamRepository.imported(folder, "3.3.0");
  }

  @Test
  void gitStatusShowsTheMergeAndItsConflicts() {
    team.xenvendor("merge").exits(1);

    assertThat(team.git("status")).contains("You have unmerged paths");
    assertThat(team.lines("status", "--porcelain"))
        .contains("UD " + VMX, "UU " + PROTOCOLS, "UU " + RING, "UU " + WIRE)
        .contains("A  " + TeamRepository.PREFIX + "/arch-x86/xen-mca.h")
        .contains("M  " + TeamRepository.RECORD)
        .noneMatch(line -> line.startsWith("??") || line.startsWith(" M"));
    assertThat(team.id("MERGE_HEAD")).isEqualTo(team.id("upstream/sample"));
    assertThat(team.git("diff", "--", WIRE)).contains("++<<<<<<< local NetBSD");
    team.git().requireSound();
  }

  @Test
  void theIndexHoldsTheThreeSides() {
    team.xenvendor("merge").exits(1);

    for (String path : List.of(PROTOCOLS, RING, WIRE)) {
      assertThat(team.id(":1:" + path)).isEqualTo(team.id("upstream/sample/3.1.0:" + path));
      assertThat(team.id(":2:" + path)).isEqualTo(team.id("HEAD:" + path));
      assertThat(team.id(":3:" + path)).isEqualTo(team.id("upstream/sample/3.3.0:" + path));
    }
    assertThat(team.lines("ls-files", "-u", VMX)).hasSize(2);
  }

  @Test
  void everythingThatDoesNotConflictIsAsGitMergesIt() {
    Git.Merged byGit =
        team.git()
            .merge("upstream/sample/3.1.0^{tree}", "HEAD^{tree}", "upstream/sample/3.3.0^{tree}");
    team.xenvendor("merge").exits(1);

    assertThat(team.lines("diff", "--name-only", "--diff-filter=U"))
        .containsExactlyElementsOf(byGit.conflicts());
    assertThat(team.lines("diff", "--name-only", "--cached", "--diff-filter=u", byGit.tree()))
        .containsExactly(TeamRepository.RECORD);
  }

  @Test
  void gitCommitEndsTheMergeAsWellAsContinueDoes() {
    TeamRepository twin = team.clone(folder.resolve("twin"));
    twin.merge("3.3.0", "vendor");

    team.xenvendor("merge").exits(1);
    team.git("rm", "-q", VMX);
    team.git("checkout", "--theirs", "--", PROTOCOLS, RING, WIRE);
    team.git("add", PROTOCOLS, RING, WIRE);
    assertThat(team.xenvendor("conflicts").exits(0).out()).contains("No conflicts are left");
    team.git("commit", "-q");

    assertThat(team.id("HEAD^{tree}")).isEqualTo(twin.id("HEAD^{tree}"));
    assertThat(team.git("log", "-1", "--format=%B"))
        .isEqualTo(twin.git("log", "-1", "--format=%B"));
    assertThat(team.lines("rev-list", "--parents", "-1", "HEAD").get(0).split(" ")).hasSize(3);
    assertThat(team.json("status").get("result").asText()).isEqualTo("up-to-date");
    assertThat(team.xenvendor("merge").exits(0).out()).contains("Nothing was changed.");
    assertThat(team.xenvendor("merge", "--continue").exits(4).err()).contains("no merge");
    team.git().requireSound();
  }

  @ParameterizedTest
  @CsvSource({
    "core.commentChar, ';', ';'",
    "core.commentString, //, //",
    "core.commentChar, auto, ''",
    "core.abbrev, 12, #"
  })
  void theConflictsInTheMessageAreCommentsAsGitIsToldToMarkThem(
      String key, String value, String mark) {
    team.git("config", key, value);
    team.xenvendor("merge").exits(1);
    String message = team.read(".git/MERGE_MSG");
    assertThat(message.contains("\n" + mark + " Conflicts:\n" + mark + "\t" + VMX))
        .as(message)
        .isEqualTo(!mark.isEmpty());
    assertThat(message.contains("Conflicts")).isEqualTo(!mark.isEmpty());

    for (String path : List.of("hvm/vmx_assist.h", "io/protocols.h", "io/ring.h", "io/xs_wire.h")) {
      team.xenvendor("resolve", path, "--take", "vendor").exits(0);
    }
    team.xenvendor("merge", "--continue").exits(0);

    assertThat(team.git("log", "-1", "--format=%B").strip())
        .startsWith("Merge Sample 3.3.0")
        .endsWith("Release: 3.3.0")
        .doesNotContain("Conflicts");
  }

  @Test
  void gitCommitOfAMergeWithASingleParentKeepsTheRecord() {
    team.xenvendor("merge", "--single-parent").exits(1);
    assertThat(team.git("status")).contains("Unmerged paths");
    team.git("rm", "-q", VMX);
    team.git("checkout", "--theirs", "--", PROTOCOLS, RING, WIRE);
    team.git("commit", "-q", "-a");

    assertThat(team.lines("rev-list", "--parents", "-1", "HEAD").get(0).split(" ")).hasSize(2);
    assertThat(team.git("log", "-1", "--format=%s")).isEqualTo("Merge Sample 3.3.0");
    assertThat(team.json("status").get("merged").asText()).isEqualTo("3.3.0");
  }

  @Test
  void gitMergeAbortPutsEverythingBack() {
    String before = team.state();
    String prediction = team.prediction();
    team.xenvendor("merge").exits(1);

    team.git("merge", "--abort");

    assertThat(team.state()).isEqualTo(before);
    assertThat(team.git("status", "--porcelain")).isEmpty();
    assertThat(team.prediction()).isEqualTo(prediction);
    assertThat(team.xenvendor("merge", "--abort").exits(4).err()).contains("no merge");
    team.merge("3.3.0", "vendor");
    team.git().requireSound();
  }

  @Test
  void ourAbortPutsEverythingBackToo() {
    for (String option : List.of("--single-parent", "3.3.0")) {
      String before = team.stateButResolutions();
      team.xenvendor("merge", option, "--no-reuse").exits(1);
      team.xenvendor("resolve", "io/ring.h", "--take", "vendor").exits(0);
      team.xenvendor("resolve", "hvm/vmx_assist.h", "--take", "vendor").exits(0);

      team.xenvendor("merge", "--abort").exits(0);

      assertThat(team.stateButResolutions()).isEqualTo(before);
      assertThat(team.git("status", "--porcelain")).isEmpty();
      assertThat(team.git("status")).doesNotContain("merg");
    }
    team.git().requireSound();
  }

  @Test
  void aMergeToolSettlesTheConflicts() {
    TeamRepository twin = team.clone(folder.resolve("twin"));
    twin.merge("3.3.0", "vendor");
    team.xenvendor("merge").exits(1);
    team.git("config", "mergetool.copy.cmd", "cp \"$REMOTE\" \"$MERGED\"");
    team.git("config", "mergetool.copy.trustExitCode", "true");
    team.git("config", "mergetool.keepBackup", "false");

    Git.Ran tool =
        team.git()
            .attempt(
                "d\n".getBytes(StandardCharsets.US_ASCII),
                "mergetool",
                "--no-prompt",
                "--tool",
                "copy");

    assertThat(tool.exit()).as(tool.out() + tool.err()).isZero();
    assertThat(team.xenvendor("status").exits(0).out()).contains("xenvendor merge --continue");
    team.xenvendor("merge", "--continue").exits(0);
    assertThat(team.id("HEAD^{tree}")).isEqualTo(twin.id("HEAD^{tree}"));
    assertThat(team.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void continueWaitsForEveryFileAndForMarkersThatWereAdded() {
    team.xenvendor("merge").exits(1);
    String head = team.id("HEAD");
    assertThat(team.xenvendor("merge", "--continue").exits(1).out())
        .contains("4 files not resolved yet", "  " + RING);

    team.git("rm", "-q", VMX);
    team.git("add", "-u");
    assertThat(team.xenvendor("merge", "--continue").exits(1).out())
        .contains("3 files not resolved yet", RING + "  still contains conflict markers");

    assertThat(team.id("HEAD")).isEqualTo(head);
    team.git("checkout", "MERGE_HEAD", "--", PROTOCOLS, RING, WIRE);
    team.xenvendor("merge", "--continue").exits(0);
  }

  @Test
  void aMergeThatPlainGitBeganIsShownAndFinished() {
    team.git().attempt("merge", "upstream/sample");

    assertThat(team.json("conflicts").get("conflicts").findValuesAsText("kind"))
        .containsExactlyInAnyOrder("modify/delete", "content", "content", "content");
    assertThat(team.xenvendor("merge").exits(4).err()).contains("a merge is already in progress");
    for (String path : List.of("hvm/vmx_assist.h", "io/protocols.h", "io/ring.h", "io/xs_wire.h")) {
      team.xenvendor("resolve", path, "--take", "vendor").exits(0);
    }
    team.xenvendor("merge", "--continue").exits(0);

    assertThat(team.json("status").get("mergedByGit").asBoolean()).isTrue();
    team.xenvendor("merge").exits(0);
    assertThat(team.json("status").get("mergedByGit").asBoolean()).isFalse();
    team.git().requireSound();
  }

  @Test
  void cleanMergesAreCommittedAtOnce() {
    team.git("checkout", "-q", "upstream/sample/3.1.0", "--", ".");
    team.git("commit", "-q", "-m", "Take our changes out");

    team.xenvendor("merge").exits(0);

    assertThat(team.id("HEAD:" + TeamRepository.PREFIX))
        .isEqualTo(team.id("upstream/sample:" + TeamRepository.PREFIX));
    assertThat(team.git("status", "--porcelain")).isEmpty();
    team.git().requireSound();
  }
}
