package dev.xenvendor.acceptance.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How declared patches fare in a merge, and what is done where one can no longer be made. */
@Tag("slow")
final class PatchMergeTest {

  private static final String P = TeamRepository.PREFIX;
  private static final String MD_HEADER = "sys/arch/xen/include/xen_blkif_md.h";

  @TempDir Path folder;

  @Test
  void eachPatchIsListedWithItsState() {
    TeamRepository team = PatchedTeam.allShipped(folder, "3.3.0");

    Run dry = team.xenvendor("merge", "--dry-run").exits(0);
    JsonNode merge = team.json("merge");

    assertThat(PatchedTeam.states(merge))
        .containsExactly(
            Map.entry("blkif-abi-structs", "relocated"),
            Map.entry("ident-line", "partly"),
            Map.entry("ring-barriers-alias", "introduced"),
            Map.entry("ring-barriers-in-place", "retired"),
            Map.entry("xs-wire-unused", "carried"),
            Map.entry("xs-wire-volatile-indices", "carried"));
    assertThat(dry.out()).contains("relocated", "retired", "introduced", "partly");
    assertThat(team.read(P + "/event_channel.h")).startsWith("/* $NetBSD$ */\n");
    assertThat(team.read(P + "/io/blkif.h")).doesNotContain("x86_32").contains("xen_blkif_md.h");
    assertThat(team.read(MD_HEADER)).contains("struct blkif_x86_32_request {");
    assertThat(team.read(P + "/io/ring.h"))
        .contains("#undef xen_mb\n", "#define xen_mb() x86_mfence()\n", "xen_wmb(); /* entries");
    team.xenvendor("patches", "verify").exits(0);
    assertThat(PatchedTeam.states(team.json("patches")))
        .containsEntry("ring-barriers-in-place", "retired")
        .containsEntry("ring-barriers-alias", "carried")
        .containsEntry("blkif-abi-structs", "carried");
    team.git().requireSound();
  }

  @Test
  void theNextMergeFindsTheDefinitionsWhereTheyWereMoved() {
    TeamRepository team = PatchedTeam.allShipped(folder, "3.2.0", "3.3.0");
    assertThat(PatchedTeam.states(team.json("merge", "3.2.0")))
        .containsEntry("blkif-abi-structs", "relocated");
    String moved = team.read(MD_HEADER);

    assertThat(PatchedTeam.states(team.json("merge", "3.3.0")))
        .containsEntry("blkif-abi-structs", "carried");

    assertThat(team.read(MD_HEADER)).isEqualTo(moved);
  }

  @Test
  void whatUpstreamHasCanBeRetired() {
    TeamRepository team =
        PatchedTeam.with(
            TeamRepository.imported(folder, "3.3.0"),
            "moved",
            "replace-tokens: {file: io/ring.h, tokens: {\" rmb()\": \"xen_rmb()\"}}");
    team.write(P + "/io/ring.h", team.read(P + "/io/ring.h").replace("x86_lfence", "xen_rmb"));
    team.commitAll("As upstream will have it");
    assertThat(PatchedTeam.states(team.json("patches"))).containsEntry("moved", "carried");
    String guard =
        "replace-tokens: {file: callback.h, tokens: {\"NO_SUCH\": \"CALLBACKTYPE_event\"}}";
    PatchedTeam.with(team, Map.of("0020-adopted", "change:\n  " + guard));

    assertThat(PatchedTeam.states(team.json("merge", "--dry-run")))
        .containsEntry("adopted", "adopted");
    assertThat(PatchedTeam.states(team.json("patches"))).containsEntry("adopted", "adopted");
    assertThat(team.xenvendor("patches", "export", "adopted").exits(4).err())
        .contains("already has the change of the patch adopted", "forwarded: applied");
  }

  /** A line that 3.3.0 does not have any more, in a tree that has it replaced. */
  private TeamRepository lost() {
    TeamRepository team = PatchedTeam.allShipped(folder, "3.3.0");
    String line = "#define __XEN_LATEST_INTERFACE_VERSION__ 0x00030205";
    String path = P + "/xen-compat.h";
    team.write(path, team.read(path).replace(line, line + " /* ours */"));
    return PatchedTeam.with(
        team,
        Map.of(
            "0070-latest",
            "change:\n  replace-line: {file: xen-compat.h, line: '%s', with: '%s /* ours */'}"
                .formatted(line, line)));
  }

  @Test
  void aPatchThatNoLongerAppliesIsAConflict() {
    TeamRepository team = lost();
    JsonNode dry = team.json("merge", "--dry-run");

    JsonNode merge = team.json("merge");

    assertThat(PatchedTeam.states(merge)).containsEntry("latest", "does-not-apply");
    assertThat(dry.get("conflicts")).isEqualTo(merge.get("conflicts"));
    assertThat(PatchedTeam.conflicts(merge)).containsExactly("xen-compat.h patch-does-not-apply");
    assertThat(team.xenvendor("conflicts").exits(1).out())
        .contains("xen-compat.h:", "patch-does-not-apply, hunk 1 of 1", "latest no longer applies");
    assertThat(team.read(P + "/xen-compat.h"))
        .contains(
            "<<<<<<< ",
            "__ 0x00030205 /* ours */\n||||||| ",
            "__ 0x00030205\n=======\n",
            ">>>>>>> ");
    assertThat(team.xenvendor("patches", "verify").exits(1).out())
        .contains("latest does not apply to 3.3.0", "0070-latest.yaml");
  }

  @ParameterizedTest
  @CsvSource({"local, 0x00030205 /* ours */", "vendor, 0x00030209"})
  void itIsSettledByASideOfTheFile(String side, String version) {
    TeamRepository team = lost();
    team.xenvendor("merge").exits(1);
    team.xenvendor("resolve", "xen-compat.h", "--take", side).exits(0);
    team.xenvendor("merge", "--continue").exits(0);
    assertThat(team.read(P + "/xen-compat.h"))
        .contains("#define __XEN_LATEST_INTERFACE_VERSION__ " + version + "\n");
    assertThat(team.git("status", "--porcelain")).isEmpty();
    assertThat(team.json("status").get("merged").asText()).isEqualTo("3.3.0");
    team.git().requireSound();
  }

  @Test
  void itIsSettledHunkByHunk() {
    TeamRepository team = lost();
    team.xenvendor("merge").exits(1);
    team.xenvendor("resolve", "xen-compat.h", "--hunk", "1", "--take", "vendor").exits(0);
    team.xenvendor("merge", "--continue").exits(0);
    assertThat(team.read(P + "/xen-compat.h"))
        .contains("#define __XEN_LATEST_INTERFACE_VERSION__ 0x00030209\n");
    team.git().requireSound();
  }

  @Test
  void whereItIsSettledInFavourOfTheReleaseThePatchIsStale() {
    TeamRepository team = lost();
    team.xenvendor("merge").exits(1);
    team.xenvendor("resolve", "xen-compat.h", "--take", "vendor").exits(0);
    assertThat(team.xenvendor("merge", "--continue").exits(0).out())
        .contains("1 local patch no longer fits", "latest    ")
        .contains("next: xenvendor patches retire latest");
    team.xenvendor("patches", "retire", "latest").exits(0);
    team.commitAll("It is over");
    team.xenvendor("patches", "verify").exits(0);
  }

  @Test
  void settledByAnEditOfItsOwnThePatchReadsAsTrunkDoes() {
    TeamRepository team = lost();
    team.xenvendor("merge").exits(1);
    team.write(
        P + "/xen-compat.h",
        team.read(P + "/xen-compat.h")
            .replaceAll(
                "(?s)<<<<<<<.*?=======\n(.*?)\n>>>>>>>[^\n]*\n", "$1 /* ours, settled */\n"));
    team.git("add", P + "/xen-compat.h");
    team.xenvendor("merge", "--continue").exits(0);
    assertThat(team.read(PatchedTeam.FOLDER + "/0070-latest.yaml"))
        .contains("description: Ours.", "against: 3.3.0", "0x00030209 /* ours, settled */");
    assertThat(team.git("status", "--porcelain")).isEmpty();
    assertThat(PatchedTeam.states(team.json("patches"))).containsEntry("latest", "carried");
    team.xenvendor("patches", "verify").exits(0);
  }

  @Test
  void itIsSettledByAnEdit() {
    TeamRepository team = lost();
    team.xenvendor("merge").exits(1);
    team.write(
        P + "/xen-compat.h",
        team.read(P + "/xen-compat.h")
            .replaceAll("(?s)<<<<<<<.*?=======\n(.*?)>>>>>>>[^\n]*\n", "$1"));
    assertThat(team.xenvendor("conflicts").exits(1).out()).contains("no markers are left in it");
    team.git("add", P + "/xen-compat.h");
    team.xenvendor("merge", "--continue").exits(0);
  }

  /** The lines around it changed, so that the diff does not fit; the change itself still does. */
  @Test
  void whereItGoesTogetherAsTextItIsCarriedAndRefreshed() {
    TeamRepository team = PatchedTeam.allShipped(folder, "3.3.0");
    String path = P + "/xen-compat.h";
    String[] lines = team.read(path).split("\n");
    int version = 0;
    while (!lines[version].contains("LATEST_INTERFACE_VERSION__ 0x")) {
      version++;
    }
    StringBuilder diff =
        new StringBuilder("      @@ -" + (version + 1) + ",4 +" + (version + 1) + ",5 @@\n");
    for (int line = version; line < version + 3; line++) {
      diff.append("       ").append(lines[line]).append('\n');
    }
    diff.append("      +/* ours */\n       ").append(lines[version + 3]).append('\n');
    lines[version + 2] += "\n/* ours */";
    team.write(path, String.join("\n", lines) + "\n");
    PatchedTeam.with(
        team,
        Map.of(
            "0070-near", "change:\n  text-patch:\n    file: xen-compat.h\n    diff: |\n" + diff));
    assertThat(PatchedTeam.states(team.json("patches"))).containsEntry("near", "carried");

    JsonNode merge = team.json("merge");

    assertThat(PatchedTeam.conflicts(merge)).isEmpty();
    assertThat(PatchedTeam.states(merge)).containsEntry("near", "carried");
    assertThat(team.read(path)).contains("/* ours */\n", "0x00030209\n").doesNotContain("<<<<<<<");
    String declaration = PatchedTeam.FOLDER + "/0070-near.yaml";
    assertThat(team.git("show", "HEAD:" + declaration))
        .contains("description: Ours.", "against: 3.3.0", "blob: ", "+/* ours */");
    assertThat(team.git("status", "--porcelain")).isEmpty();
    assertThat(PatchedTeam.states(team.json("patches"))).containsEntry("near", "carried");
    team.xenvendor("patches", "verify").exits(0);
  }

  @Test
  void itIsGoneOnceThePatchIsMendedForTheNewRelease() {
    TeamRepository team = lost();
    String file = PatchedTeam.FOLDER + "/0070-latest.yaml";
    team.write(file, team.read(file) + "\nreleases: <3.3.0\n");
    team.commitAll("Not for 3.3.0");
    JsonNode merge = team.json("merge");
    assertThat(merge.get("result").asText()).isEqualTo("merged");
    assertThat(PatchedTeam.states(merge)).containsEntry("latest", "retired");
  }
}
