package dev.xenvendor.acceptance.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers and declarations are brought together by hand, in the work tree. */
@Tag("slow")
final class PatchUpkeepTest {

  private static final String P = TeamRepository.PREFIX;

  @TempDir Path folder;

  @Test
  void whatIsDeclaredIsMadeInTheHeadersThatLackIt() {
    TeamRepository team = PatchedTeam.shipped(folder, List.of("0010"));
    String path = P + "/callback.h";
    String before = team.read(path);
    team.write(path, before.replaceFirst("^[^\n]*\n", ""));
    team.commitAll("The ident line got lost");
    assertThat(PatchedTeam.states(team.json("patches"))).containsEntry("ident-line", "partly");

    JsonNode applied = team.json("patches", "apply");

    assertThat(applied.get("written").toString()).contains(path);
    assertThat(team.read(path)).startsWith("/* $NetBSD");
    assertThat(PatchedTeam.states(team.json("patches"))).containsEntry("ident-line", "carried");
    assertThat(team.json("patches", "apply", "ident-line").get("result").asText())
        .isEqualTo("nothing");
    assertThat(team.xenvendor("patches", "apply", "nobody").exits(2).err())
        .contains("there is no local patch 'nobody'");
  }

  @Test
  void theStatesAreThoseOfTheWorkTree() {
    TeamRepository team = PatchedTeam.shipped(folder, List.of("0010"));
    team.xenvendor("patches", "apply").exits(0);
    team.commitAll("Every header");
    int before = team.json("patches").get("undeclared").size();
    team.write(P + "/callback.h", team.read(P + "/callback.h") + "\nextern int ours;\n");

    assertThat(team.json("patches").get("undeclared")).hasSize(before + 1);
    assertThat(team.json("patches", "new", "-n", "callback.h").get("patches")).isNotEmpty();
  }

  @Test
  void aPatchEndsAtTheReleaseThatTrunkHas() {
    TeamRepository team =
        PatchedTeam.with(
            PatchedTeam.shipped(folder, List.of("0010", "0030"), "3.3.0"),
            "stale",
            "replace-line: {file: xen.h, line: nothing, with: something}");

    team.xenvendor("patches", "retire", "stale", "xs-wire-volatile-indices").exits(0);

    assertThat(team.read(PatchedTeam.FOLDER + "/0010-stale.yaml"))
        .contains("releases: \"<3.1.0\"\n");
    assertThat(team.read(PatchedTeam.FOLDER + "/0030-xs-wire-volatile-indices.yaml"))
        .contains("<=3.1.0")
        .contains("discussion:", "forwarded: rejected");
    team.commitAll("End two patches");
    assertThat(PatchedTeam.states(team.json("merge", "--dry-run")))
        .containsEntry("xs-wire-volatile-indices", "retired");
  }

  @Test
  void statusListsAllPatchesThatTheReleaseOutdates() {
    TeamRepository team = PatchedTeam.shipped(folder, List.of("0010"));
    assertThat(team.json("status").get("stale")).isEmpty();
    String gone = "replace-line: {file: xen.h, line: nothing, with: something}";
    String latest = "#define __XEN_LATEST_INTERFACE_VERSION__ 0x00030205";
    String there = "replace-line: {file: xen-compat.h, line: nothing, with: '" + latest + "'}";
    PatchedTeam.with(team, "first", gone);
    PatchedTeam.with(team, "second", gone.replace("xen.h", "sched.h"));
    PatchedTeam.with(team, "theirs", there);

    assertThat(team.json("status").get("stale").toString())
        .isEqualTo("[\"first\",\"second\",\"theirs\"]");
    assertThat(team.xenvendor("status").exits(0).out())
        .contains("2 local patches no longer fit", "1 local patch itself")
        .contains("xenvendor patches retire first second\n")
        .contains("xenvendor patches retire theirs\n");
    team.xenvendor("patches", "retire", "first", "second", "theirs").exits(0);
    assertThat(team.json("status").get("stale")).isEmpty();
  }

  @Test
  void aDeclarationThatNoLongerFitsIsRewrittenAsTrunkHasIt() {
    TeamRepository team =
        PatchedTeam.with(
            PatchedTeam.shipped(folder, List.of("0010")),
            "stale",
            "replace-line: {file: callback.h, line: nothing, with: something}");
    team.write(P + "/callback.h", team.read(P + "/callback.h") + "\nextern int ours;\n");

    team.xenvendor("patches", "refresh", "stale").exits(0);

    assertThat(team.read(PatchedTeam.FOLDER + "/0010-stale.yaml"))
        .contains("description: Ours.", "text-patch:", "against: 3.1.0", "+extern int ours;");
    assertThat(PatchedTeam.states(team.json("patches"))).containsEntry("stale", "carried");
    assertThat(team.json("patches", "refresh").get("result").asText()).isEqualTo("nothing");
  }

  @Test
  void aDiffIsCarriedHoweverTheTreeSpacesItsContinuations() {
    TeamRepository team = PatchedTeam.shipped(folder, List.of("0010"), "3.3.0");
    String ring = P + "/io/ring.h";
    String published = team.read(ring);
    String line = "  (s)->req_event = (s)->rsp_event = 1; \\\n";
    String edited = line.replace("1; ", "1; trace();  ") + "  count();       \\\n";
    assertThat(published).contains(line);
    team.write(ring, published.replace(line, edited));
    team.xenvendor("patches", "new", "io/ring.h").exits(0);
    team.write(ring, published.replace(line, edited.replaceAll(" +\\\\", "\t\\\\")));
    team.commitAll("Trace, in a column of our own");

    Map<String, String> states = PatchedTeam.states(team.json("patches"));

    assertThat(team.xenvendor("patches", "show", "ring-edit").out()).contains("text-patch");
    assertThat(states).containsEntry("ring-edit", "carried");
    assertThat(team.json("check", "--rule", "undeclared-change,patch-missing").toString())
        .doesNotContain("ring-edit");
    team.xenvendor("merge");
    assertThat(team.read(ring)).contains("trace();\t\\\n  count();\t\\\n");
  }
}
