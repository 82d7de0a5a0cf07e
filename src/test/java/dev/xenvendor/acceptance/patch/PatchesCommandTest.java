package dev.xenvendor.acceptance.patch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Git;
import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the local patches are, whether they hold, and how undeclared edits become declared ones. */
@Tag("slow")
final class PatchesCommandTest {

  private static final String P = TeamRepository.PREFIX;

  @TempDir Path folder;

  @Test
  void theyAreListedWithTheirStatesAndTheResidue() {
    TeamRepository team = PatchedTeam.allShipped(folder, "3.3.0");

    JsonNode patches = team.json("patches");

    assertThat(PatchedTeam.states(patches))
        .containsExactly(
            Map.entry("blkif-abi-structs", "absent"),
            Map.entry("ident-line", "partly"),
            Map.entry("ring-barriers-alias", "absent"),
            Map.entry("ring-barriers-in-place", "carried"),
            Map.entry("xs-wire-unused", "carried"),
            Map.entry("xs-wire-volatile-indices", "carried"));
    assertThat(patches.get("undeclared").findValuesAsText("path"))
        .containsExactly(P + "/grant_table.h");
  }

  @Test
  void editsThatAreAlikeAreShownByALineWithAWordInIt() {
    TeamRepository team = PatchedTeam.allShipped(folder);
    for (String header : List.of("callback.h", "platform.h", "xen.h")) {
      String path = P + "/" + header;
      team.write(path, team.read(path) + "\n/*\n * Local variables:\n */\n");
    }
    team.commitAll("Edit alike");

    assertThat(team.xenvendor("patches").exits(0).out())
        .contains("  3 headers    4 lines added: * Local variables:\n");
  }

  /** As {@code check} does, which names what is wrong with the branch. */
  @Test
  void theyAreComparedWithTheReleaseAsTheBranchHoldsItNow() {
    TeamRepository team = PatchedTeam.allShipped(folder);
    team.git("switch", "-q", "upstream/sample");
    team.write(P + "/callback.h", "/* ours */\n");
    team.git("commit", "-q", "-a", "--amend", "--no-edit");
    team.git("switch", "-q", "-");

    JsonNode patches = team.json("patches");

    assertThat(patches.get("undeclared").findValuesAsText("path"))
        .containsExactlyInAnyOrder(P + "/callback.h", P + "/grant_table.h");
    assertThat(team.xenvendor("merge").exits(4).err()).contains("does not hold it");
  }

  @Test
  void theyAreVerifiedAgainstEveryImportedRelease() {
    TeamRepository team = PatchedTeam.allShipped(folder, "3.2.0", "3.3.0");

    Run run = team.xenvendor("patches", "verify").exits(0);

    assertThat(run.out())
        .contains("6 local patches checked in trunk and in 3 imported releases: all hold.");
  }

  @Test
  void aPatchThatALaterReleaseCannotHaveIsFound() {
    TeamRepository team =
        PatchedTeam.with(
            TeamRepository.imported(folder, "3.3.0"),
            "remark",
            "replace-line: {file: hvm/vmx_assist.h, line: nothing, with: something}");

    JsonNode verify = team.json("patches", "verify");

    assertThat(verify.get("result").asText()).isEqualTo("wrong");
    assertThat(verify.get("failures").findValuesAsText("release"))
        .containsExactly("3.1.0", "3.3.0");
    team.xenvendor("patches", "verify").exits(1);
  }

  @Test
  void aHabitThatSomeHeadersLackIsNoFault() {
    TeamRepository team = PatchedTeam.shipped(folder, List.of("0010"), "3.3.0");
    String path = P + "/callback.h";
    team.write(path, team.read(path).replaceFirst("^[^\n]*\n", ""));
    team.commitAll("The ident line got lost");

    Run verify = team.xenvendor("patches", "verify").exits(0);

    assertThat(verify.out())
        .contains("ident-line is not yet in 2 headers; the next merge introduces it there");
    assertThat(PatchedTeam.states(team.json("patches"))).containsEntry("ident-line", "partly");
    assertThat(team.json("patches").get("result").asText()).isEqualTo("differs");
    JsonNode merge = team.json("merge", "--dry-run");
    assertThat(PatchedTeam.states(merge)).containsEntry("ident-line", "partly");
    assertThat(merge.at("/patches/0/introducedIn").toString())
        .contains(path, P + "/event_channel.h", P + "/arch-x86/xen-mca.h");
  }

  @Test
  void undeclaredEditsAreDeclared() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.write("local-patches/sample/README.md", "Our patches.\n");
    team.commitAll("A place for patches");
    String dry = team.state();
    assertThat(team.json("patches", "new", "--dry-run").get("written")).isEmpty();
    assertThat(team.state()).isEqualTo(dry);

    JsonNode declared = team.json("patches", "new");

    assertThat(declared.get("undeclared")).isEmpty();
    assertThat(declared.get("patches").findValuesAsText("kind"))
        .containsExactly(
            "ident-line",
            "replace-line",
            "text-patch",
            "replace-tokens",
            "qualify-fields",
            "replace-tokens");
    assertThat(declared.get("written")).hasSameSizeAs(declared.get("patches"));
    assertThat(declared.get("written").get(0).asText())
        .isEqualTo("local-patches/sample/0010-ident-line.yaml");
    team.xenvendor("patches", "verify").exits(0);
    assertThat(PatchedTeam.states(team.json("patches")).values())
        .containsOnly("carried", "partly"); // one header lacks the ident line
    assertThat(team.json("patches", "new").get("result").asText()).isEqualTo("nothing");
  }

  @Test
  void onlyTheEditsOfOneHeaderAreDeclared() {
    TeamRepository team = PatchedTeam.shipped(folder, List.of("0010"), "3.3.0");

    JsonNode declared = team.json("patches", "new", "io/xs_wire.h");

    assertThat(declared.get("patches").findValuesAsText("id"))
        .containsExactly("xs_wire-volatile".replace('_', '-'), "xs-wire-tokens");
    assertThat(declared.get("undeclared").findValuesAsText("path"))
        .doesNotContain(P + "/io/xs_wire.h")
        .contains(P + "/io/ring.h");
  }

  @Test
  void theNumberOfReleasesInWhichAPatchHoldsIsShown() {
    TeamRepository team = PatchedTeam.shipped(folder, List.of("0010"), "3.3.0");
    String upstream = folder.resolve("upstream").toString();

    JsonNode imported = team.json("patches", "new", "-n", "io/xs_wire.h");
    JsonNode all = team.json("patches", "new", "-n", "--from", upstream, "io/xs_wire.h");

    assertThat(imported.get("patches").get(0).get("durability").toString())
        .isEqualTo("{\"held\":2,\"releases\":2,\"from\":\"3.1.0\"}");
    assertThat(all.get("patches").get(0).get("durability").toString())
        .isEqualTo("{\"held\":3,\"releases\":3,\"from\":\"3.1.0\"}");
    assertThat(team.xenvendor("patches", "new", "-n", "io/xs_wire.h").exits(0).out())
        .contains("    holds in 2 of 2 releases from 3.1.0\n");
    assertThat(
            team.xenvendor("patches", "new", "--from", "https://xen.invalid/xen.git")
                .exits(2)
                .err())
        .contains("--from https://xen.invalid/xen.git is not on this machine");
  }

  @Test
  void theEditThatConflictsIsDeclaredAndConflictsNoLonger() {
    TeamRepository team = PatchedTeam.shipped(folder, List.of("0010"), "3.3.0");
    team.xenvendor("merge").exits(1);
    List<String> before = PatchedTeam.conflicts(team.json("conflicts"));
    assertThat(before).containsExactly("io/ring.h content", "io/xs_wire.h content");
    assertThat(team.json("conflicts").at("/conflicts/1/number").asInt()).isEqualTo(2);

    JsonNode declared = team.json("patches", "new", "--from-conflict", "2");

    assertThat(declared.get("written")).hasSize(2);
    team.xenvendor("merge", "--abort").exits(0);
    team.commitAll("Declare it");
    assertThat(PatchedTeam.conflicts(team.json("merge", "--dry-run")))
        .doesNotContain("io/xs_wire.h content")
        .contains("io/ring.h content");
    assertThat(team.xenvendor("patches", "new", "--from-conflict", "99").exits(2).err())
        .contains("there is no conflict 99");
  }

  @Test
  void whatWasResolvedForLocalIsDeclaredAndAHabitForTheWholeTree() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);
    team.xenvendor("resolve", "--cause", "ident-line", "--take", "suggested").exits(0);
    String number = "";
    for (JsonNode settled : team.json("conflicts").path("settled")) {
      if (settled.path("path").asText().endsWith("io/protocols.h")) {
        number = settled.path("number").asText();
      }
    }

    JsonNode declared = team.json("patches", "new", "--from-conflict", number);

    assertThat(declared.path("patches").findValuesAsText("kind")).containsExactly("ident-line");
    assertThat(team.read(declared.path("written").path(0).asText())).contains("**");
  }

  @Test
  void oneIsExportedAsAGitPatchAgainstUpstreamsTree() {
    TeamRepository team = PatchedTeam.allShipped(folder, "3.3.0");
    Git upstream = new Git(folder.resolve("upstream"));
    upstream.run("checkout", "-q", "--detach", "3.3.0");

    Run export = team.xenvendor("patches", "export", "xs-wire-volatile-indices").exits(0);

    byte[] mail = export.out().getBytes(UTF_8);
    assertThat(upstream.attempt(mail, "apply", "--check").exit()).isZero();
    Git.Ran am = upstream.attempt(mail, "am", "-q");
    assertThat(am.exit()).as(am.out() + am.err()).isZero();
    assertThat(upstream.run("show", "-s", "--format=%s%n%b"))
        .startsWith("The ring indices of the xenstore page are volatile\n")
        .containsSubsequence(
            "Previous discussion:",
            "* 2008-08-20, upstream: refused.",
            "* 2008-08-20, maintainer: a barrier",
            "* 2008-08-20, author: means to");
    assertThat(upstream.lines("diff", "--name-only", "HEAD^", "HEAD"))
        .containsExactly("xen/include/public/io/xs_wire.h");
    assertThat(upstream.run("show", "HEAD:xen/include/public/io/xs_wire.h"))
        .contains("volatile XENSTORE_RING_IDX req_cons");
  }

  @Test
  void eachShippedPatchIsOneThatUpstreamsTreeTakes() {
    TeamRepository team = PatchedTeam.allShipped(folder, "3.3.0");
    for (JsonNode patch : team.json("patches").get("patches")) {
      String id = patch.get("id").asText();
      JsonNode export = team.json("patches", "export", id);
      Git upstream = new Git(folder.resolve("upstream"));
      upstream.run("checkout", "-q", "--detach", export.get("release").asText());
      byte[] mail = export.get("patch").asText().getBytes(UTF_8);
      Git.Ran am = upstream.attempt(mail, "am", "-q");
      assertThat(am.exit()).as(id + am.out() + am.err()).isZero();
    }
  }

  @Test
  void whatUpstreamHasIsNotExported() {
    TeamRepository team =
        PatchedTeam.with(
            TeamRepository.imported(folder),
            "guard",
            "replace-line: {file: xen.h, line: nothing, with: '#ifndef SAMPLE_XEN_H'}");
    assertThat(team.xenvendor("patches", "export", "guard", "--release", "3.3.0").exits(4).err())
        .contains("3.3.0 is not imported");
  }
}
