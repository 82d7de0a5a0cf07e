package dev.xenvendor.acceptance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions that move into a header which only consumers include. */
final class RelocationForConsumersTest {

  private static final String BLKIF = TeamRepository.PREFIX + "/io/blkif.h";
  private static final String RING = "sys/arch/xen/include/xenring.h";

  @TempDir Path folder;
  private TeamRepository team;

  @BeforeEach
  void declared() {
    team = PatchedTeam.allShipped(folder, "3.2.0", "3.3.0");
    String patch =
        team.lines("ls-files", "local-patches/**.yaml").stream()
            .filter(path -> path.endsWith("blkif-abi-structs.yaml"))
            .findFirst()
            .orElseThrow();
    team.write(
        patch,
        team.read(patch)
            .replaceAll("(?m)^    (include|template):.*\n", "")
            .replaceAll("to: .*", "to: " + RING));
    team.commitAll("Our structures are for consumers alone");
  }

  @Test
  void nothingIsWrittenWhereTheyWere() {
    assertThat(PatchedTeam.states(team.json("merge", "3.2.0")))
        .containsEntry("blkif-abi-structs", "relocated");
    assertThat(team.read(BLKIF)).doesNotContain("x86_32", "xenring.h");
    assertThat(team.read(RING)).contains("struct blkif_x86_32_request {");
    team.xenvendor("check", "--rule", "patch-missing").exits(0);
    assertThat(team.xenvendor("check", "--rule", "undeclared-change").out())
        .doesNotContain("blkif.h");
    assertThat(PatchedTeam.states(team.json("patches")))
        .containsEntry("blkif-abi-structs", "carried");

    String moved = team.read(RING);
    assertThat(PatchedTeam.states(team.json("merge", "3.3.0")))
        .containsEntry("blkif-abi-structs", "carried");
    assertThat(team.read(RING)).isEqualTo(moved);
    assertThat(team.read(BLKIF)).doesNotContain("x86_32", "xenring.h");
  }

  @Test
  void checkMissesWhatIsGone() {
    team.xenvendor("merge", "3.2.0").exits(0);
    team.git("rm", "-q", RING);
    assertThat(team.xenvendor("check", "--rule", "patch-missing").exits(1).out())
        .contains(RING, "the MD header that blkif-abi-structs moves definitions to is missing");
  }

  @Test
  void theProfileMustSayThatConsumersIncludeIt() {
    String profile = "vendor/sample/vendor.yaml";
    team.write(profile, team.read(profile).replace(RING, "sys/arch/xen/include/other.h"));
    team.commitAll("Another header");
    assertThat(team.xenvendor("merge", "--dry-run").exits(3).err())
        .contains(
            "the patch blkif-abi-structs has no include, and abi.headers does not name " + RING,
            "add it to abi.headers in vendor/sample/vendor.yaml");
  }
}
