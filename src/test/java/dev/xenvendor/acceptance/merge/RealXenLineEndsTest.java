package dev.xenvendor.acceptance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.NeedsXenGit;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.XenGit;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A release's headers in CRLF: the release is found, and later ones arrive in that form. */
@NeedsXenGit
final class RealXenLineEndsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"4.17.0, 4.18.0, 4.21.1", "3.1.0, 3.3.0, 4.2.0"})
  void laterReleasesComeInCrLfWithoutAConflict(String from, String to, String later)
      throws Exception {
    TeamRepository team = TeamRepository.empty(folder.resolve("os"));
    for (Map.Entry<String, String> header : inCrLf(from).entrySet()) {
      team.write("inc/" + header.getKey(), header.getValue());
    }
    team.commitAll("Headers in CRLF");
    JsonNode adopted = team.json("adopt", "--prefix", "inc", "--from", XenGit.folder().toString());
    assertThat(adopted.get("baseline").get("release").asText()).isEqualTo(from);
    assertThat(adopted.get("distance").asLong()).isZero();
    assertThat(adopted.get("hunks").asLong()).isZero();
    assertThat(team.json("patches").get("patches")).hasSize(1);

    for (String release : new String[] {to, later}) {
      team.xenvendor("import", release, "--from", XenGit.folder().toString()).exits(0);
      JsonNode merge = team.json("merge");
      assertThat(merge.get("result").asText()).as("%s", merge).isEqualTo("merged");
      Map<String, String> result = new TreeMap<>();
      team.git().blobs("HEAD:inc").keySet().forEach(p -> result.put(p, team.read("inc/" + p)));
      assertThat(result).isEqualTo(inCrLf(release));
      team.xenvendor("check").exits(0);
    }
  }

  private static Map<String, String> inCrLf(String release) {
    Map<String, String> headers = new LinkedHashMap<>(XenGit.headers(tag(release)));
    headers.replaceAll((path, text) -> text.replace("\n", "\r\n"));
    return headers;
  }

  private static String tag(String release) {
    return release.startsWith("3.") ? release + "-branched" : "RELEASE-" + release;
  }
}
