package dev.xenvendor.acceptance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.cli.command.demo.SampleFiles;
import dev.xenvendor.source.BuiltInConfig;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tree with some of the headers, one of which includes another one in a later release. */
final class SubsetTest {

  private static final Set<String> TAKEN = Set.of("COPYING", "io/ring.h", "io/xs_wire.h");
  private static final String PROFILE = "vendor/sample/vendor.yaml";

  @TempDir Path folder;
  private TeamRepository team;

  @BeforeEach
  void takenOver() {
    team = TeamRepository.sample(folder);
    team.git("rm", "-q", "-r", TeamRepository.PREFIX);
    HeaderTree release = new SampleFiles(new BuiltInConfig()).release("3.1.0");
    release
        .only(path -> TAKEN.contains(path.value()))
        .files()
        .forEach(
            (path, file) ->
                team.write(
                    TeamRepository.PREFIX + "/" + path,
                    new String(file.bytes(), StandardCharsets.ISO_8859_1)));
    team.commitAll("Some of the headers");
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
  }

  private static String missing(JsonNode report) {
    return report.path("missingIncludes").toString();
  }

  private static final String COMPAT =
      "[{\"path\":\"io/ring.h\",\"line\":8,\"includes\":\"xen-compat.h\"}]";

  @Test
  void aMissingIncludeIsReportedFromTheImportOn() {
    team.xenvendor("check", "--rule", "missing-include").exits(0);
    assertThat(missing(team.json("impact", "3.1.0", "3.3.0"))).isEqualTo(COMPAT);
    assertThat(team.xenvendor("impact", "3.1.0", "3.3.0").exits(0).out())
        .contains(
            "io/ring.h:8 includes xen-compat.h",
            "then xenvendor import 3.3.0 --from SOURCE:\n  - xen-compat.h\n");
    Run imported = team.importRelease("3.3.0");
    assertThat(imported.err() + imported.out())
        .contains("io/ring.h:8 includes xen-compat.h", "\n  - xen-compat.h\n");
    assertThat(missing(team.json("import", "3.3.0"))).isEqualTo(COMPAT);
    assertThat(missing(team.json("impact"))).isEqualTo(COMPAT);
    assertThat(team.xenvendor("impact").exits(0).out())
        .contains("io/ring.h:8 includes xen-compat.h");
    assertThat(missing(team.json("merge", "--dry-run"))).isEqualTo(COMPAT);
    assertThat(missing(team.json("merge"))).isEqualTo(COMPAT);
    Run check = team.xenvendor("check", "--rule", "missing-include").exits(1);
    assertThat(check.out())
        .contains(TeamRepository.PREFIX + "/io/ring.h:8", "includes xen-compat.h");
  }

  @Test
  void includeGrowsAndTheImportIsMadeAnew() {
    team.importRelease("3.3.0").exits(0);
    takeIn("xen-compat.h");
    assertThat(missing(team.json("impact"))).isEmpty();
    team.xenvendor("check", "--rule", "vendor-not-pristine").exits(0);
    team.xenvendor("releases", "verify").exits(0);

    JsonNode again = team.json("import", "3.3.0", "--from", "../upstream");

    assertThat(again.get("result").asText()).isEqualTo("imported");
    assertThat(again.get("files").asInt()).isEqualTo(4);
    assertThat(missing(again)).isEmpty();
    assertThat(team.id("upstream/sample/3.3.0^{commit}")).isEqualTo(team.id("upstream/sample"));
    assertThat(team.json("merge").get("result").asText()).isEqualTo("merged");
    assertThat(team.headers("HEAD")).containsKey("xen-compat.h").hasSize(4);
    team.xenvendor("check", "--rule", "missing-include", "--rule", "vendor-not-pristine").exits(0);
    team.git().requireSound();
  }

  @Test
  void whatIsMergedStaysAsItWasImported() {
    team.importRelease("3.3.0").exits(0);
    assertThat(team.json("merge").get("result").asText()).isEqualTo("merged");
    takeIn("xen-compat.h");
    String branch = team.id("upstream/sample");

    JsonNode again = team.json("import", "3.3.0", "--from", "../upstream");

    assertThat(again.get("result").asText()).isEqualTo("already-imported");
    assertThat(again.get("lacking").toString()).isEqualTo("[\"xen-compat.h\"]");
    assertThat(team.id("upstream/sample")).isEqualTo(branch);
    team.xenvendor("check", "--rule", "vendor-not-pristine").exits(0);
  }

  @Test
  void anOwnHeaderThatIncludeHidesIsReported() {
    team.write(TeamRepository.PREFIX + "/arch-x86/xen-mca.h", "#define MINE 1\n");
    team.commitAll("Ours");
    JsonNode imported = team.json("import", "3.3.0", "--from", "../upstream");
    assertThat(imported.get("hidden").toString()).isEqualTo("[\"arch-x86/xen-mca.h\"]");
  }

  private void takeIn(String header) {
    team.write(PROFILE, team.read(PROFILE).replace("include:\n", "include:\n  - " + header + "\n"));
    team.commitAll("Take in " + header);
  }
}
