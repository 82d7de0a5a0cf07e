package dev.xenvendor.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the check says of the code that uses the headers. */
@Tag("slow")
final class CheckConsumersTest {

  private static final String DRIVER = "sys/arch/xen/xen/mca.c";
  private static final String RULES = "removed-but-used,newer-than-baseline";

  @TempDir Path folder;

  private TeamRepository merged() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.merge("3.3.0", "vendor");
    return team;
  }

  @Test
  void whatIsGoneAndWhatIsTooNewAreWarnings() {
    TeamRepository team = merged();
    team.write(
        DRIVER,
        """
        #include <xen3-public/acm.h>
        #include <xen3-public/xen.h>
        int a = __HYPERVISOR_acm_op;
        int b = XENPF_enter_acpi_sleep;
        """);
    JsonNode findings = team.json("check", "--rule", RULES).get("findings");
    assertThat(findings.findValuesAsText("message"))
        .containsExactly(
            "includes acm.h, which Sample 3.3.0 no longer has (now xsm/acm.h)",
            "uses __HYPERVISOR_acm_op, which Sample 3.3.0 no longer has"
                + " (now __HYPERVISOR_xsm_op)",
            "uses XENPF_enter_acpi_sleep, a sub-operation of platform_op, which came with 3.3.0;"
                + " the baseline is Sample 3.1.0");
    assertThat(findings.findValuesAsText("severity")).containsOnly("warning");
  }

  /** Its driver asks for mb(), which ring.h called once and which the tree defines itself. */
  @Test
  void theSamplesOwnConsumersAreAsTheyShouldBe() {
    assertThat(merged().json("check", "--rule", RULES).get("findings")).isEmpty();
  }

  @Test
  void anAllowedFindingIsNotReported() {
    TeamRepository team = merged();
    team.write(DRIVER, "int b = XENPF_enter_acpi_sleep;\n");
    String profile = "vendor/sample/vendor.yaml";
    team.write(
        profile,
        team.read(profile)
            + """
              check:
                newer-than-baseline:
                  allow:
                    - {path: "sys/arch/xen/xen/*.c", name: XENPF_enter_acpi_sleep, reason: "on 3.3"}
              """);
    JsonNode report = team.json("check", "--rule", RULES);
    assertThat(report.get("findings")).isEmpty();
    assertThat(report.get("allowed").asInt()).isEqualTo(1);
  }

  @Test
  void aFileThatIsTooBigIsAFinding() {
    TeamRepository team = merged();
    team.write("sys/arch/xen/xen/huge.c", "int x;\n".repeat(1_500_000));
    assertThat(team.xenvendor("check", "--rule", "removed-but-used").exits(0).out())
        .contains("was not searched: 10,500,000 bytes");
  }
}
