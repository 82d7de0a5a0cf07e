package dev.xenvendor.acceptance.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proposal reads the headers as the tree's own compiler does. */
final class ProposedQualifierTest {

  private static final String FILE = "sys/pump/pump.h";

  private static final String HEADER =
      """
      #ifdef __pumpos__
      struct ring {
          int prod;
          int cons;
      };
      #endif
      """;

  @TempDir Path folder;

  @Test
  void aStructOfTheTreesOwnBranchIsQualified() throws IOException {
    Path release = folder.resolve("1.0");
    Files.createDirectories(release.resolve("include"));
    Files.writeString(release.resolve("include/pump.h"), HEADER);
    TeamRepository team = TeamRepository.empty(folder.resolve("os"));
    team.write(
        "vendor/pump/vendor.yaml",
        """
        schema: 1
        name: pump
        upstream: {url: "https://example.org/pump.git", path: include}
        prefix: sys/pump
        abi:
          defines: {__pumpos__: 1}
        """);
    team.write(FILE, HEADER);
    team.xenvendor("releases", "pin", "1.0", "--from", release.toString()).exits(0);
    team.commitAll("Headers");
    team.xenvendor("adopt", "--baseline", "1.0", "--from", release.toString()).exits(0);
    team.write(FILE, HEADER.replace("int prod", "volatile int prod"));

    team.xenvendor("patches", "new").exits(0);

    assertThat(team.read("local-patches/pump/0010-pump-volatile.yaml"))
        .contains("qualify-fields:", "struct: ring", "- prod");
    assertThat(PatchedTeam.states(team.json("patches"))).containsEntry("pump-volatile", "carried");
  }
}
