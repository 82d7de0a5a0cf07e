package dev.xenvendor.acceptance.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.NeedsXenGit;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.XenGit;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Xen's headers in trees that are not NetBSD's. */
@NeedsXenGit
final class RealXenNeutralTest {

  @TempDir Path folder;

  @Test
  void aTreeOfAnotherSystemIsTakenOverAsItIs() throws Exception {
    TeamRepository team = TeamRepository.empty(folder.resolve("acmeos"));
    for (Map.Entry<String, String> header : XenGit.headers("RELEASE-4.10.0").entrySet()) {
      team.write("include/xen/" + header.getKey(), header.getValue());
    }
    team.write("drivers/blk/front.c", "#include <xen/io/blkif.h>\n");
    team.commitAll("Headers");
    team.xenvendor("adopt", "--prefix", "include/xen", "--from", source()).exits(0);
    assertThat(team.read("vendor/xen/vendor.yaml"))
        .contains("local: acmeos", "\"drivers/blk/*.[chS]\"", "xen: include/xen")
        .doesNotContain("NetBSD");
    team.xenvendor("import", "4.14.0", "--from", source()).exits(0);
    JsonNode merge = team.json("merge");
    assertThat(merge.get("result").asText()).isEqualTo("merged");
    assertThat(merge.get("patches")).isEmpty();
    team.xenvendor("check").exits(0);
  }

  @Test
  void anEmptyTreeGetsPristineHeadersTwice() {
    TeamRepository team = TeamRepository.empty(folder.resolve("acmeos"));
    team.write("README", "Ours\n");
    team.commitAll("Tree");
    Run first = team.xenvendor("import", "4.17.0", "--from", source()).exits(0);
    assertThat(first.out()).contains("Profile: built-in, without local patches");
    assertThat(team.json("merge").get("patches")).isEmpty();
    team.xenvendor("import", "4.18.0", "--from", source()).exits(0);
    JsonNode merge = team.json("merge");
    assertThat(merge.get("patches")).isEmpty();
    assertThat(team.headers("HEAD").values())
        .containsExactlyInAnyOrderElementsOf(
            XenGit.git().blobs(XenGit.tree("RELEASE-4.18.0")).values());
  }

  private static String source() {
    return XenGit.folder().toString();
  }
}
