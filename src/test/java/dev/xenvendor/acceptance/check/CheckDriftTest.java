package dev.xenvendor.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `check` says of a tree that was merged with all patches declared, and then changed. */
@Tag("slow")
final class CheckDriftTest {

  private static final String P = TeamRepository.PREFIX;
  private static final String WIRE = P + "/io/xs_wire.h";

  @TempDir Path folder;
  private TeamRepository team;

  @BeforeEach
  void merged() {
    team = PatchedTeam.settled(folder, "3.2.0", "3.3.0");
  }

  /** Each finding as rule, path and line. */
  private List<String> drift(String... options) {
    List<String> arguments = new ArrayList<>(List.of("check"));
    arguments.addAll(List.of(options));
    List<String> findings = new ArrayList<>();
    for (JsonNode finding : team.json(arguments.toArray(String[]::new)).get("findings")) {
      String path = finding.path("path").asText();
      String line = finding.has("line") ? ":" + finding.get("line").asInt() : "";
      findings.add((finding.get("rule").asText() + " " + path + line).strip());
    }
    return findings;
  }

  private void edit(String path, String from, String to) {
    String text = team.read(path);
    assertThat(text).contains(from);
    team.write(path, text.replace(from, to));
  }

  private int lineOf(String path, String text) {
    return (int) team.read(path).lines().takeWhile(line -> !line.contains(text)).count() + 1;
  }

  @Test
  void aTreeThatIsTheReleaseAndItsPatchesIsClean() {
    assertThat(drift()).isEmpty();
    assertThat(team.xenvendor("check").exits(0).out())
        .startsWith("No findings in ")
        .contains("Sample 3.3.0, ");
  }

  @Test
  void anEditIsFoundBeforeItIsCommitted() {
    edit(WIRE, "XENSTORE_RING_SIZE 1024", "XENSTORE_RING_SIZE 2048");

    Run check = team.xenvendor("check").exits(1);

    assertThat(check.out())
        .contains("undeclared-change    " + WIRE + ":" + lineOf(WIRE, "XENSTORE_RING_SIZE 2048"))
        .contains("-#define XENSTORE_RING_SIZE 1024")
        .contains("+#define XENSTORE_RING_SIZE 2048")
        .contains("xenvendor patches new " + WIRE);
    team.commitAll("Larger rings");
    team.xenvendor("check").exits(1);
  }

  @Test
  void aPatchThatIsGoneIsMissingAndNoEdit() {
    edit(WIRE, "volatile XENSTORE_RING_IDX req_cons", "XENSTORE_RING_IDX req_cons");

    assertThat(drift())
        .containsExactly(
            "patch-missing " + WIRE + ":" + lineOf(WIRE, "XENSTORE_RING_IDX req_cons"),
            "abi-changed " + WIRE + ":" + lineOf(WIRE, "struct xenstore_domain_interface {"));
  }

  @Test
  void aMissingHeaderAndAnUnknownOne() {
    team.git().run("mv", P + "/callback.h", P + "/own.h");

    assertThat(drift())
        .containsExactly("undeclared-change " + P + "/callback.h", "unknown-file " + P + "/own.h");
  }

  @Test
  void aConflictMarkerIsNotAnEdit() {
    int line = lineOf(WIRE, "XENSTORE_RING_SIZE");
    edit(WIRE, "#define XENSTORE_RING_SIZE", "<<<<<<< local\n#define XENSTORE_RING_SIZE");

    assertThat(drift()).containsExactly("conflict-marker " + WIRE + ":" + line);
  }

  @Test
  void theRecordIsHeldAgainstTheBranch() {
    edit(TeamRepository.RECORD, "\nrelease: 3.3.0", "\nrelease: 3.1.0");

    assertThat(drift()).containsExactly("merge-record " + TeamRepository.RECORD);
  }

  @Test
  void aCommitOnTheVendorBranchThatIsNoRelease() {
    team.git().run("switch", "-q", "upstream/sample");
    team.write(P + "/callback.h", "/* ours */\n");
    team.commitAll("A change of our own");
    team.git().run("switch", "-q", "-");

    assertThat(drift()).containsExactly("vendor-not-pristine");
    assertThat(team.xenvendor("check").exits(1).out()).contains("A change of our own");
  }

  @Test
  void anAlteredReleaseOfTheVendorBranch() {
    team.git().run("switch", "-q", "upstream/sample");
    team.write(P + "/callback.h", "/* ours */\n");
    team.git().run("commit", "-q", "-a", "--amend", "--no-edit");
    team.git().run("switch", "-q", "-");

    assertThat(drift("--rule", "vendor-not-pristine"))
        .containsExactly("vendor-not-pristine " + P + "/callback.h");
  }

  @Test
  void anMdHeaderThatIsGone() {
    String mdHeader = "sys/arch/xen/include/xen_blkif_md.h";
    team.git().run("rm", "-q", mdHeader);

    assertThat(drift("--rule", "patch-missing")).containsExactly("patch-missing " + mdHeader);
  }

  @Test
  void onlyWhatIsNewSinceACommit() {
    edit(WIRE, "XENSTORE_RING_SIZE 1024", "XENSTORE_RING_SIZE 2048");
    team.commitAll("Larger rings");
    edit(P + "/callback.h", "#define CALLBACKTYPE_nmi", "#define CALLBACKTYPE_NMI");

    assertThat(drift("--since", "HEAD"))
        .containsExactly(
            "undeclared-change "
                + P
                + "/callback.h:"
                + lineOf(P + "/callback.h", "CALLBACKTYPE_NMI"),
            "abi-changed " + P + "/callback.h");
    assertThat(drift()).hasSize(4);
  }

  @Test
  void aShallowCloneKnowsWhichHeadersDiffer() {
    Path clone = folder.resolve("clone");
    team.git()
        .run(
            "clone",
            "-q",
            "--depth=1",
            "file://" + team.folder().toAbsolutePath(),
            clone.toString());
    team = new TeamRepository(clone);
    assertThat(drift()).isEmpty();
    edit(P + "/callback.h", "#define CALLBACKTYPE_nmi", "#define CALLBACKTYPE_NMI");

    assertThat(drift()).containsExactly("undeclared-change " + P + "/callback.h");
    assertThat(team.xenvendor("check").exits(1).out())
        .contains("git fetch origin upstream/sample:upstream/sample");
  }
}
