package dev.xenvendor.acceptance.abi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sample's update brings and costs, as the release engineer is told. */
@Tag("slow")
final class ImpactCommandTest {

  private static final String DRIVER = "sys/arch/xen/xen/mca.c";

  @TempDir Path folder;

  private TeamRepository adopted() {
    return TeamRepository.imported(folder);
  }

  @Test
  void relocatedTypesAreListedWithTheirNewHeader() {
    TeamRepository team = adopted();
    team.write(
        "local-patches/sample/0010-blkif-abi-structs.yaml",
        """
        id: blkif-abi-structs
        description: The structures of both guests stand in a header of the tree's own.
        change:
          relocate-definitions:
            from: io/blkif.h
            to: ../xen_blkif_md.h
            definitions: ["struct blkif_x86_*", "blkif_x86_*", "DEFINE_RING_TYPES(blkif_x86_*)",
              "union blkif_back_ring*", "blkif_back_ring*_t", "struct blkif_common_*",
              "DEFINE_RING_TYPES(blkif_common*)"]
            include: {file: io/blkif.h, before: end-of-guard,
              line: '#include "../../xen_blkif_md.h"'}
        """);
    String moves = "which moves to sys/arch/xen/include/xen_blkif_md.h (local patch";
    assertThat(team.xenvendor("impact", "3.1.0", "3.3.0").exits(0).out())
        .contains("xbdback.c:13 uses blkif_back_ring_proto_t and ", " more types, which move to");
    assertThat(team.xenvendor("-v", "impact", "3.1.0", "3.3.0").exits(0).out())
        .contains("uses blkif_x86_32_request_t, " + moves);
  }

  @Test
  void aNewCallInADriverFailsOnTheBaseline() {
    TeamRepository team = adopted();
    team.write(
        DRIVER,
        """
        #include <xen3-public/platform.h>
        int careless(void) { return xen_hypercall1(XENPF_enter_acpi_sleep, 0); }
        int careful(void) { return xen_hypercall1(XENPF_firmware_info, 0) == -ENOSYS; }
        """);
    String call =
        DRIVER + ":2 uses XENPF_enter_acpi_sleep, a sub-operation of platform_op, which came with ";
    assertThat(team.xenvendor("impact", "3.1.0", "3.3.0").exits(0).out())
        .contains("1 use would fail on the baseline, Sample 3.1.0; 1 use is guarded.\n", call);
    JsonNode other = team.json("impact", "3.1.0", "3.3.0", "--baseline", "3.3.0");
    assertThat(other.get("result").asText()).isEqualTo("affected");
    assertThat(other.at("/baseline/uses")).isEmpty();
    assertThat(other.at("/baseline/spared").asInt()).isEqualTo(1);
    assertThat(other.at("/baseline/allowed").findValuesAsText("name"))
        .contains("XENPF_enter_acpi_sleep", "__HYPERVISOR_mca");
  }

  @Test
  void usesThatArePreparedForAreListedWhenAskedFor() {
    TeamRepository team = adopted();
    team.write(
        DRIVER,
        """
        #include <xen3-public/platform.h>
        void sleep(void)
        {
          int rc;
          op.cmd = XENPF_enter_acpi_sleep;
          rc = HYPERVISOR_platform_op(&op);
          if (rc < 0)
            give_up();
        }
        """);
    assertThat(team.xenvendor("impact", "3.1.0", "3.3.0").exits(0).out())
        .contains("Sample 3.1.0, lacks; 1 use has its result checked.\n")
        .doesNotContain(DRIVER + ":5");
    assertThat(team.xenvendor("-v", "impact", "3.1.0", "3.3.0").exits(0).out())
        .contains(
            DRIVER
                + ":5 uses XENPF_enter_acpi_sleep, a sub-operation of platform_op, which came with"
                + " 3.3.0; result checked");
    JsonNode baseline = team.json("impact", "3.1.0", "3.3.0").get("baseline");
    assertThat(baseline.at("/minded/0/how").asText()).isEqualTo("result checked");
    assertThat(baseline.get("uses")).isEmpty();
  }

  @Test
  void anotherBaselineAloneTellsWhatItWouldAllow() {
    assertThat(adopted().xenvendor("impact", "--baseline", "3.3").exits(0).out())
        .startsWith("No unguarded use of anything that the baseline, Sample 3.3.0, lacks.\n")
        .contains("Requiring Sample 3.3.0 instead of 3.1.0 would allow 1 hypercall and 5 sub-op");
  }

  @Test
  void aDryRunOfTheMergeTellsWhatConsumersWillFeel() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    assertThat(team.xenvendor("merge", "--dry-run").out())
        .contains(
            "Consumers  sys/arch/xen/xen/xbdback.c:62 uses mb(), which 3.3.0 no longer calls");
  }

  @Test
  void anUnknownReleaseIsRefused() {
    TeamRepository team = adopted();
    assertThat(team.xenvendor("impact", "3.1.0", "9.9").exits(2).err())
        .contains("error: Sample 9.9 is not known: its interface is not recorded", "releases pin")
        .contains("known: ");
    assertThat(team.xenvendor("impact", "3.1.0").exits(2).err())
        .contains("error: Sample 3.1.0 is compared with itself");
    assertThat(team.xenvendor("impact").exits(2).err()).contains("compared with itself");
  }

  @Test
  void theCostCanBeAskedForBeforeTheTreeIsTakenOver() {
    TeamRepository team = TeamRepository.sample(folder);
    assertThat(team.xenvendor("--vendor", "sample", "impact", "3.1.0", "3.3.0").exits(0).out())
        .contains("Sample 3.3.0 brings 1 header", "xbdback.c:62 uses mb()");
    assertThat(team.xenvendor("--vendor", "sample", "impact").exits(2).err())
        .contains("no release is imported yet", "xenvendor --vendor sample impact OLD NEW");
  }

  @Test
  void aTreeWithoutConsumersIsReported() {
    TeamRepository team = adopted();
    team.git("rm", "-q", "-r", "sys/arch/xen/xen", "sys/arch/xen/include/xen_support.h");
    assertThat(team.xenvendor("impact", "3.1.0", "3.3.0").exits(0).out())
        .contains("; there are no consumers to search.\n", "No file of the tree is a consumer");
  }

  @Test
  void aConsumerOfFiftyMegabytesIsNamedAndLeftAlone() {
    TeamRepository team = adopted();
    team.write("sys/arch/xen/xen/huge.c", "int x;\n".repeat(7_500_000));
    String skipped = "sys/arch/xen/xen/huge.c was not searched: 52,500,000 bytes";
    assertThat(team.xenvendor("impact", "3.1.0", "3.3.0").exits(0).out()).contains(skipped);
    team.commitAll("Something huge");
    assertThat(team.xenvendor("impact", "3.1.0", "3.3.0").exits(0).out()).contains(skipped);
  }
}
