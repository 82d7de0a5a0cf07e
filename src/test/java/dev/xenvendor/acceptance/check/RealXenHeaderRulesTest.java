package dev.xenvendor.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.NeedsXenGit;
import dev.xenvendor.acceptance.fixture.NetbsdTree;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.c.compiler.SystemCompiler;
import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that look into headers find in Xen's own, as published, only what is there. */
@NeedsXenGit
final class RealXenHeaderRulesTest {

  private static final String RULES =
      "does-not-compile,cross-abi-mismatch,undefined-name,abi-changed";
  private static final String P = TeamRepository.PREFIX;

  @TempDir Path folder;

  @BeforeEach
  void requireCompiler() {
    assumeThat(SystemCompiler.find(System.getenv()).compiler()).as("a C compiler").isPresent();
  }

  private static List<String> findings(TeamRepository team) {
    List<String> findings = new ArrayList<>();
    for (JsonNode finding : team.json("check", "--rule", RULES).get("findings")) {
      findings.add(
          finding.get("severity").asText()
              + ' '
              + finding.get("rule").asText()
              + ' '
              + finding.path("path").asText().replace(P + "/", "")
              + ' '
              + finding.path("about").asText());
    }
    return findings;
  }

  /**
   * The ring macros have called these since 3.3.0, and leave them to the tree from 0x00030209 on.
   */
  private static final List<String> BARRIERS =
      List.of(
          "warning undefined-name io/ring.h xen_wmb", "warning undefined-name io/ring.h xen_mb");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3.1.0", "3.2.0", "3.3.0", "3.4.0", "4.0.0", "4.1.0", "4.2.0", "4.4.0", "4.6.0", "4.8.0",
        "4.10.0", "4.12.0", "4.14.0", "4.16.0", "4.18.0", "4.20.0", "4.21.0"
      })
  void pristineHeadersGiveNoFalseAlarm(String release) throws IOException {
    TeamRepository team = TeamRepository.empty(folder.resolve("os"));
    team.write("vendor/xen/vendor.yaml", Files.readString(profile()));
    team.write("README", "A tree without headers.\n");
    team.commitAll("A tree");
    team.xenvendor("adopt", "--patches", "none").exits(0);
    NetbsdTree.importRelease(team, release);
    team.xenvendor("merge").exits(0);

    boolean calls = List.of("3.1.0", "3.2.0").contains(release);
    assertThat(findings(team)).hasSameElementsAs(calls ? List.of() : BARRIERS);
    assertThat(team.xenvendor("check", "--rule", RULES).exit()).isZero();
  }

  private static Path profile() {
    return Project.FOLDER.resolve("vendor/xen/vendor.yaml");
  }
}
