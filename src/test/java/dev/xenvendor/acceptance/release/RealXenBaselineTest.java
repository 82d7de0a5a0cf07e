package dev.xenvendor.acceptance.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.NeedsXenGit;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.XenGit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers that were taken between releases: the nearest release, and the commit itself. */
@NeedsXenGit
final class RealXenBaselineTest {

  private static final String COMMIT = "2cde8bfe56c3bab86769bcbee1b2a9323c196049";

  @TempDir Path folder;

  private TeamRepository tree() throws IOException {
    Map<String, String> headers = XenGit.headers(COMMIT);
    headers.keySet().removeIf(path -> path.startsWith("foreign/"));
    headers.replaceAll((path, text) -> path.endsWith(".h") ? "/* $NetBSD$ */\n" + text : text);
    return XenGit.netbsd(folder.resolve("os"), headers);
  }

  @Test
  void theNearestCommitIsNamed() throws IOException {
    TeamRepository team = tree();

    JsonNode adopt = team.json("adopt", "--from", XenGit.folder().toString());

    assertThat(adopt.path("result").asText()).isEqualTo("adopted");
    assertThat(adopt.at("/baseline/release").asText()).startsWith("3.2.0");
    // Other commits may hold the very same headers; any of them will do.
    String nearest = adopt.at("/nearestCommit/commit").asText();
    assertThat(XenGit.tree(nearest)).isEqualTo(XenGit.tree(COMMIT));
    assertThat(adopt.at("/nearestCommit/distance").asInt())
        .isLessThan(adopt.get("distance").asInt());
  }

  @Test
  void theCommandThatIsHintedStartsFromThatCommit() throws IOException {
    TeamRepository team = tree();
    String before = team.id("HEAD:" + TeamRepository.PREFIX);
    String from = XenGit.folder().toString();

    String hint =
        team.xenvendor("adopt", "--from", from)
            .exits(0)
            .out()
            .lines()
            .filter(line -> line.contains("--baseline"))
            .findFirst()
            .orElseThrow();
    team.git("reset", "-q", "--hard", "HEAD^");
    team.xenvendor("import", "--undo").exits(0);
    String adopt = hint.substring(hint.indexOf("adopt --baseline")).replace("SOURCE", from);
    team.xenvendor(adopt.split(" ")).exits(0);

    assertThat(team.id("HEAD:" + TeamRepository.PREFIX)).isEqualTo(before);
    Map<String, String> upstream = XenGit.git().blobs(XenGit.tree(COMMIT));
    upstream.keySet().removeIf(path -> path.startsWith("foreign/"));
    assertThat(team.headers("upstream/xen")).isEqualTo(upstream);
  }
}
