package dev.xenvendor.acceptance.abi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.NeedsXenGit;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.XenGit;
import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real releases bring, and what they cost a driver like NetBSD's block back end. */
@NeedsXenGit
final class RealXenImpactTest {

  private static final String BACKEND =
      """
      #include <xen3-public/io/blkif.h>
      #include <xen3-public/physdev.h>
      struct backend { blkif_back_ring_t ring; };
      void serve(struct backend *b)
      {
      	mb();
      	RING_PUSH_RESPONSES(&b->ring);
      }
      int map(void *op) { return HYPERVISOR_physdev_op(PHYSDEVOP_map_pirq, op); }
      int map_if(void *op) { return HYPERVISOR_physdev_op(PHYSDEVOP_map_pirq, op) == -ENOSYS; }
      """;

  @TempDir Path folder;

  private TeamRepository netbsd() {
    TeamRepository team = TeamRepository.empty(folder.resolve("os"));
    XenGit.headers("3.1.0-branched")
        .forEach((path, text) -> team.write(TeamRepository.PREFIX + '/' + path, text));
    team.write("sys/arch/xen/xen/backend.c", BACKEND);
    team.commitAll("A back end");
    return team;
  }

  private static Set<String> names(JsonNode features) {
    return new HashSet<>(features.findValuesAsText("name"));
  }

  @Test
  void machineCheckAndSleepCameWith33() {
    JsonNode report = netbsd().json("impact", "3.1.0", "3.3.0");
    assertThat(report.at("/update/interfaceNow").asText()).isEqualTo("0x00030209");
    assertThat(names(report.at("/update/features")))
        .contains("__HYPERVISOR_mca", "XENPF_enter_acpi_sleep", "PHYSDEVOP_map_pirq")
        .doesNotContain("__HYPERVISOR_xsm_op", "__HYPERVISOR_platform_op", "XENPF_settime");
    assertThat(report.at("/update/uses").findValuesAsText("message"))
        .containsExactly("uses mb(), which 3.3.0 no longer calls (now xen_mb)");
  }

  /** Whatever the update: a driver that uses what every release has is not complained of. */
  @ParameterizedTest
  @ValueSource(strings = {"3.2.0", "3.4.0", "4.0.0", "4.2.0", "4.8.0", "4.14.0", "4.21.1"})
  void noUpdateIsBlamedForWhatItDidNotDo(String version) {
    JsonNode report = netbsd().json("impact", "3.1.0", version);
    List<String> messages = report.at("/update/uses").findValuesAsText("message");
    assertThat(messages).allMatch(message -> message.startsWith("uses mb(), "));
    assertThat(report.at("/update/newNames").asInt()).isPositive();
  }

  /** A call that needs a guard before a release needs none from that release on. */
  @ParameterizedTest
  @CsvSource({"3.0.2, 1", "3.1.0, 1", "3.2.0, 1", "3.3.0, 0", "4.0.0, 0"})
  void aCallNeedsAGuardBeforeItsRelease(String baseline, int unguarded) {
    JsonNode report = netbsd().json("impact", "3.1.0", "3.3.0", "--baseline", baseline);
    assertThat(report.at("/baseline/uses")).hasSize(unguarded);
    assertThat(report.at("/baseline/guarded").asInt()).isEqualTo(unguarded);
  }

  /** The interfaces that are shipped are what the program reads in the releases themselves. */
  @ParameterizedTest
  @CsvSource({"3.0.2, 3.0.2-branched", "3.3.0, 3.3.0-branched", "4.21.0, RELEASE-4.21.0"})
  void theRecordedInterfacesAreThoseOfTheReleases(String version, String ref) throws IOException {
    TeamRepository team = netbsd();
    String from = XenGit.folder().toString();
    team.xenvendor("releases", "pin", version, "--from", from, "--ref", ref).exits(0);
    String path = "vendor/xen/interfaces/" + version + ".yaml";
    Path shipped = Project.FOLDER.resolve(path);
    assertThat(team.folder().resolve(path)).hasSameTextualContentAs(shipped);
    assertThat(Files.size(shipped)).isPositive();
  }
}
