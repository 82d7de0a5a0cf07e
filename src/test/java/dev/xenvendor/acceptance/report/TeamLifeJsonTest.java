package dev.xenvendor.acceptance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Git;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command speaks JSON, with the same outer shape. */
final class TeamLifeJsonTest {

  @TempDir Path folder;

  private static JsonNode said(JsonNode json, String command, String result) {
    assertThat(json.path("command").asText()).isEqualTo(command);
    assertThat(json.path("result").asText()).as(json.toPrettyString()).isEqualTo(result);
    return json;
  }

  @Test
  void theWholeStoryInJson() {
    TeamRepository team = TeamRepository.sample(folder);
    said(team.json("--vendor", "sample", "status"), "status", "not-adopted");
    JsonNode adopt = team.json("adopt", "--vendor", "sample", "--from", "../upstream");
    said(adopt, "adopt", "adopted");
    assertThat(adopt.at("/baseline/release").asText()).isEqualTo("3.1.0");
    assertThat(adopt.get("distance").asInt()).isLessThan(adopt.at("/runnerUp/distance").asInt());
    assertThat(adopt.get("distance").asInt()).isLessThan(adopt.get("lines").asInt());
    assertThat(adopt.get("commit").asText()).isEqualTo(team.id("HEAD"));
    said(team.json("adopt", "--from", "../upstream"), "adopt", "already-adopted");
    said(team.json("status"), "status", "up-to-date");
    said(team.json("conflicts"), "conflicts", "none");

    JsonNode imported = team.json("import", "3.3.0", "--from", "../upstream");
    said(imported, "import", "imported");
    assertThat(imported.get("release").asText()).isEqualTo("3.3.0");
    assertThat(imported.get("commit").asText()).isEqualTo(team.id("upstream/sample"));
    assertThat(imported.get("pinned").asBoolean()).isTrue();
    assertThat(imported.get("files").asInt()).isEqualTo(14);
    assertThat(imported.get("skipped").get(0).asText()).isEqualTo("3.2.0");
    said(team.json("import", "3.3.0", "--from", "../upstream"), "import", "already-imported");
    said(team.json("import", "--undo"), "import", "undone");
    team.importRelease("3.3.0").exits(0);

    JsonNode status = said(team.json("status"), "status", "merge-pending");
    assertThat(status.get("pending").get(0).asText()).isEqualTo("3.3.0");
    JsonNode releases = said(team.json("releases"), "releases", "listed");
    assertThat(releases.get("releases").findValuesAsText("release"))
        .containsExactly("3.1.0", "3.2.0", "3.3.0");
    said(team.json("releases", "verify"), "releases verify", "pristine");
    said(team.json("conflicts", "--dry-run"), "conflicts", "conflicts");

    JsonNode merge = said(team.json("merge"), "merge", "conflicts");
    assertThat(merge.get("base").asText()).isEqualTo("3.1.0");
    assertThat(merge.get("vendor").asText()).isEqualTo("3.3.0");
    assertThat(merge.has("commit")).isFalse();
    assertThat(merge.at("/conflicts/3/hunks/0/vendor/text").asText()).contains("#ifdef __GNUC__");
    assertThat(merge.get("files").findValuesAsText("outcome"))
        .contains("merged", "added", "moved", "conflict");
    said(team.json("status"), "status", "conflicts");
    said(team.json("merge", "--continue"), "merge", "conflicts");
    said(team.json("merge", "--abort"), "merge", "aborted");
    team.xenvendor("merge").exits(1);
    for (JsonNode conflict :
        said(team.json("conflicts"), "conflicts", "conflicts").get("conflicts")) {
      String path = conflict.get("path").asText();
      said(team.json("resolve", path, "--take", "vendor"), "resolve", "settled");
    }
    JsonNode done = said(team.json("merge", "--continue"), "merge", "merged");
    assertThat(done.get("commit").asText()).isEqualTo(team.id("HEAD"));
    said(team.json("merge"), "merge", "up-to-date");
    said(team.json("status"), "status", "up-to-date");
  }

  @Test
  void aPinnedReleaseInJson() {
    TeamRepository team = TeamRepository.imported(folder);
    new Git(folder.resolve("upstream")).run("tag", "4.0.0", "3.3.0");

    JsonNode pin = team.json("releases", "pin", "4.0.0", "--from", "../upstream", "--ref", "4.0.0");

    said(pin, "releases pin", "pinned");
    assertThat(team.has(pin.get("manifest").asText())).isTrue();
    said(team.json("import", "4.0.0", "--from", "../upstream"), "import", "imported");
  }

  @Test
  void aFirstImportInJson() {
    TeamRepository team = TeamRepository.empty(folder.resolve("new"));
    team.write("README", "nothing yet\n");
    team.commitAll("Begin");

    said(team.json("adopt", "--vendor", "sample"), "adopt", "first-import");
    said(team.json("status"), "status", "nothing-imported");
  }

  @Test
  void treesMergedInJson() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    String triple = "upstream/sample/3.1.0 HEAD upstream/sample/3.3.0\n";

    Run run = team.xenvendor(triple + triple, new String[] {"merge-trees", "--stdin"}).exits(1);

    assertThat(run.out().lines()).hasSize(2);
    JsonNode merged = new Run(1, run.out().lines().toList().get(0), "").json();
    assertThat(merged.get("clean").asBoolean()).isFalse();
    assertThat(merged.get("conflicts").findValuesAsText("kind")).contains("modify/delete");
    assertThat(team.git("cat-file", "-t", merged.get("tree").asText())).isEqualTo("tree");
  }
}
