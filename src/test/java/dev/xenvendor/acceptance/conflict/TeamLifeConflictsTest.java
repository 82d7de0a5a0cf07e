package dev.xenvendor.acceptance.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a merge will leave is known before, and each conflict is settled by a side or by hunks. */
@Tag("slow")
final class TeamLifeConflictsTest {

  private static final String RING = TeamRepository.PREFIX + "/io/ring.h";
  private static final String VMX = TeamRepository.PREFIX + "/hvm/vmx_assist.h";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"3.2.0", "3.3.0"})
  void aDryRunPredictsWhatTheMergeDoes(String release) {
    TeamRepository team = TeamRepository.imported(folder, "3.2.0", "3.3.0");
    String before = team.state();
    Run dry = team.xenvendor("--format", "json", "merge", release, "--dry-run");
    JsonNode listed = team.json("conflicts", release, "--dry-run");
    assertThat(team.state()).isEqualTo(before);

    Run real = team.xenvendor("--format", "json", "merge", release);

    assertThat(dry.exit()).isEqualTo(real.exit());
    assertThat(plain(dry.json())).isEqualTo(plain(real.json()));
    assertThat(unexplained(listed)).isEqualTo(real.json().get("conflicts"));
    assertThat(unexplained(team.json("conflicts"))).isEqualTo(real.json().get("conflicts"));
    for (JsonNode file : real.json().get("files")) {
      String path = file.get("path").asText();
      switch (file.get("outcome").asText()) {
        case "deleted" -> assertThat(team.has(path)).isFalse();
        case "conflict" -> assertThat(team.lines("ls-files", "-u", path)).isNotEmpty();
        case "unchanged" -> assertThat(team.id(":" + path)).isEqualTo(team.id("HEAD:" + path));
        default -> assertThat(team.lines("ls-files", "-s", path)).hasSize(1);
      }
    }
  }

  @Test
  void aDryRunOfAnOlderReleaseRunsWhileNewerOnesAreImported() {
    TeamRepository team = TeamRepository.imported(folder, "3.2.0", "3.3.0");
    team.merge("3.3.0", "vendor");

    Run run = team.xenvendor("merge", "3.2.0").exits(4);

    assertThat(run.err()).contains("3.2.0 is older than 3.3.0, which is already merged");
  }

  /** The conflicts as a merge tells them, which does not look into why. */
  private static JsonNode unexplained(JsonNode report) {
    List<String> explanation = List.of("cause", "undeclared", "upstream", "suggestion");
    for (JsonNode conflict : report.get("conflicts")) {
      ((ObjectNode) conflict).remove(explanation);
      for (JsonNode hunk : conflict.get("hunks")) {
        ((ObjectNode) hunk).remove("patches");
        ((ObjectNode) hunk).remove(explanation);
      }
    }
    return report.get("conflicts");
  }

  private static JsonNode plain(JsonNode merge) {
    ObjectNode copy = merge.deepCopy();
    copy.remove(List.of("commit", "dryRun", "consumers"));
    return copy;
  }

  @ParameterizedTest
  @CsvSource({"local, HEAD", "vendor, upstream/sample/3.3.0", "base, upstream/sample/3.1.0"})
  void aWholeFileIsSettledByASide(String side, String commit) {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);

    JsonNode resolve = team.json("resolve", RING, "--take", side);

    assertThat(resolve.get("result").asText()).isEqualTo("settled");
    assertThat(resolve.get("left")).hasSize(3);
    assertThat(team.id(":0:" + RING)).isEqualTo(team.id(commit + ":" + RING));
    assertThat(team.git("hash-object", RING)).isEqualTo(team.id(":0:" + RING));
  }

  @ParameterizedTest
  @CsvSource({"local, true", "vendor, false", "base, true"})
  void aDeletedFileIsSettledByASide(String side, boolean stays) {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);

    team.xenvendor("resolve", "hvm/vmx_assist.h", "--take", side).exits(0);

    assertThat(team.has(VMX)).isEqualTo(stays);
    assertThat(team.lines("ls-files", "-s", VMX)).hasSize(stays ? 1 : 0);
    if (stays) {
      String commit = side.equals("local") ? "HEAD" : "upstream/sample/3.1.0";
      assertThat(team.id(":0:" + VMX)).isEqualTo(team.id(commit + ":" + VMX));
    }
  }

  @Test
  void hunksAreSettledOneByOneInAnyOrder() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);

    for (int hunk : new int[] {3, 1, 8, 5}) {
      String side = hunk == 8 ? "local" : "vendor";
      team.xenvendor("resolve", "io/ring.h", "--hunk", "" + hunk, "--take", side).exits(0);
    }
    assertThat(numbers(team)).containsExactly(2, 4, 6, 7);
    Run again = team.xenvendor("resolve", "io/ring.h", "--hunk", "3", "--take", "local").exits(2);
    assertThat(again.err()).contains("there is no hunk 3 left");
    team.xenvendor("resolve", "io/ring.h", "--hunk", "all", "--take", "base").exits(0);

    assertThat(team.lines("ls-files", "-s", RING)).hasSize(1);
    String text = team.read(RING);
    assertThat(text).contains("xen_rmb();", "x86_mfence(); /* req_event").doesNotContain("<<<<");
    assertThat(text.split("[ \t]wmb\\(\\); /\\* entries before index", -1)).hasSize(4);
  }

  private static List<Integer> numbers(TeamRepository team) {
    for (JsonNode conflict : team.json("conflicts").get("conflicts")) {
      if (conflict.get("path").asText().equals(RING)) {
        return conflict.get("hunks").findValuesAsText("number").stream()
            .map(Integer::valueOf)
            .toList();
      }
    }
    return List.of();
  }

  @Test
  void allHunksOfOneSideKeepTheOtherSidesCleanChanges() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);

    team.xenvendor("resolve", "io/ring.h", "--hunk", "all", "--take", "vendor").exits(0);

    assertThat(team.read(RING)).startsWith("/*\t$NetBSD");
    assertThat(team.id(":0:" + RING)).isNotEqualTo(team.id("MERGE_HEAD:" + RING));
  }

  @Test
  void aHunkEditedByHandIsNotOverwritten() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);
    team.write(RING, team.read(RING).replaceFirst("xen_rmb\\(\\);", "my_rmb();"));
    String edited = team.read(RING);

    team.xenvendor("resolve", "io/ring.h", "--hunk", "1", "--take", "vendor");

    assertThat(team.read(RING)).isEqualTo(edited);
    team.xenvendor("resolve", "io/ring.h", "--hunk", "2", "--take", "vendor").exits(0);
    assertThat(team.read(RING)).contains("my_rmb();");
  }

  @Test
  void aFileSettledInAnEditorIsAddedByGit() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);
    team.write(RING, "/* settled by hand */\n");

    assertThat(team.xenvendor("conflicts").exits(1).out()).contains("edited", "git add " + RING);
    team.git("add", RING);

    assertThat(team.json("conflicts").get("conflicts")).hasSize(3);
  }

  @Test
  void whatDoesNotConflictCannotBeResolved() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    assertThat(team.xenvendor("resolve", "xen.h", "--take", "vendor").exits(4).err())
        .contains("no merge");
    team.xenvendor("merge").exits(1);
    String before = team.state();

    assertThat(team.xenvendor("resolve", "xen.h", "--take", "vendor").exits(2).err())
        .contains("there is no conflict at xen.h");
    assertThat(
            team.xenvendor("resolve", "hvm/vmx_assist.h", "--hunk", "1", "--take", "local")
                .exits(2)
                .err())
        .contains("conflicts as a whole file, not in hunks");
    assertThat(team.state()).isEqualTo(before);
  }
}
