package dev.xenvendor.acceptance.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.c.compiler.SystemCompiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code abi} tells of the sample's releases, and of trunk. */
@Tag("slow")
final class AbiCommandTest {

  private static final String P = TeamRepository.PREFIX;

  @TempDir Path folder;
  private TeamRepository team;

  @BeforeEach
  void merged() {
    assumeThat(SystemCompiler.find(System.getenv()).compiler()).as("a C compiler").isPresent();
    team = PatchedTeam.allShipped(folder, "3.2.0", "3.3.0");
  }

  private static List<String> names(JsonNode abi, String change) {
    List<String> names = new ArrayList<>();
    for (JsonNode each : abi.get("changes")) {
      if (each.get("change").asText().equals(change)) {
        names.add(each.get("name").asText());
      }
    }
    return names;
  }

  @Test
  void comparesTwoReleases() {
    JsonNode abi = team.json("abi", "3.1.0", "3.3.0");
    assertThat(abi.get("result").asText()).isEqualTo("differs");
    assertThat(abi.get("notCompared")).isEmpty();
    assertThat(names(abi, "changed"))
        .contains("CALLBACKTYPE_sysenter", "struct acm_policy_buffer", "RING_PUSH_REQUESTS");
    assertThat(names(abi, "removed")).contains("__HYPERVISOR_acm_op");
  }

  @Test
  void saysThatNothingDiffers() {
    assertThat(team.xenvendor("abi", "3.3.0", "3.3.0").exits(0).out())
        .isEqualTo(
            "Sample 3.3.0 against Sample 3.3.0: no difference, for guests and tools on i386 and"
                + " x86_64.\n");
  }

  @Test
  void comparesTrunkAsTheWorkTreeHasIt() {
    team.write(P + "/callback.h", team.read(P + "/callback.h") + "#define CALLBACK_MORE 7\n");
    assertThat(names(team.json("abi", "3.1.0", "trunk"), "added")).contains("CALLBACK_MORE");
  }

  @Test
  void asksForASourceOfAReleaseThatIsNotImported() {
    assertRefused("Sample 3.9.0 is not imported", "3.9.0", "trunk");
  }

  @Test
  void seesTheHeadersAtAnInterfaceVersion() {
    JsonNode latest = team.json("abi", "3.1.0", "3.3.0");
    JsonNode old = team.json("abi", "3.1.0", "3.3.0", "--interface-version", "0x00030201");
    assertThat(latest).isNotEqualTo(old);
    assertRefused(
        "not an interface version: 'new'", "3.1.0", "3.3.0", "--interface-version", "new");
  }

  @Test
  void refusesWhatIsNoRelease() {
    assertRefused("neither a release nor trunk: 'HEAD'", "3.1.0", "HEAD");
  }

  @Test
  void comparesWhatWasMergedLastWithTheNewestThatWasImported() {
    JsonNode abi = team.json("abi");
    assertThat(abi.get("old").asText()).isEqualTo("3.1.0");
    assertThat(abi.get("new").asText()).isEqualTo("3.3.0");
    assertThat(team.json("abi", "3.2.0").get("new").asText()).isEqualTo("3.2.0");
    assertRefused("trunk has 3.1.0, which would be compared with itself", "3.1.0");
  }

  @Test
  void refusesMoreThanTwo() {
    assertRefused(
        "two releases can be compared, and 3 are named: [3.1.0, 3.2.0, 3.3.0]",
        "3.1.0",
        "3.2.0",
        "3.3.0");
    assertThat(team.xenvendor("impact", "3.1.0", "3.2.0", "3.3.0").exits(2).err())
        .contains("error: two releases can be compared", "hint: xenvendor impact 3.1.0 3.2.0");
  }

  /** One include that leads nowhere must not make a change of every constant. */
  @Test
  void whereTrunkDoesNotCompileTheTextsAreCompared() {
    String xen = P + "/xen.h";
    team.write(xen, "#include <machine/nowhere.h>\n" + team.read(xen) + "#define XEN_OWN 7\n");
    JsonNode abi = team.json("abi", "3.1.0", "trunk");
    assertThat(names(abi, "added")).contains("XEN_OWN");
    assertThat(names(abi, "changed")).doesNotContain("__HYPERVISOR_event_channel_op");
    assertThat(abi.get("failing").asText()).isEqualTo("trunk");
    assertThat(team.xenvendor("abi", "3.1.0", "trunk").exits(0).out())
        .contains(
            "trunk does not compile, so types and macros are compared as texts: "
                + xen
                + ":1: machine/nowhere.h: No such file or directory",
            "hint: a header is missing")
        .doesNotContain("set CC");
  }

  @Test
  void anUnknownTypeInTrunkIsNamed() {
    String xen = P + "/xen.h";
    team.write(xen, team.read(xen) + "own_t own;\n");
    assertThat(team.xenvendor("abi", "3.1.0", "trunk").exits(0).out())
        .contains("trunk does not compile", "unknown type name 'own_t'", "abi.prelude");
  }

  private void assertRefused(String error, String... arguments) {
    List<String> words = new ArrayList<>(List.of("abi"));
    words.addAll(List.of(arguments));
    assertThat(team.xenvendor(words.toArray(String[]::new)).exits(2).err())
        .startsWith("error: " + error)
        .contains("hint: ");
  }
}
