package dev.xenvendor.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.testing.PublishedSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formats that `check` writes for CI, from a tree with findings of several rules. */
final class CheckReportsTest {

  private static final String P = TeamRepository.PREFIX;
  private static final String EDITED = P + "/io/xs_wire.h";

  @TempDir Path folder;
  private TeamRepository team;

  @BeforeEach
  void aTreeWithDrift() {
    team = PatchedTeam.settled(folder, "3.3.0");
    team.write(EDITED, team.read(EDITED) + "/* \u00e9 ]]> */\n");
    team.write(P + "/a b.h", "/* what is this? */\n");
  }

  @Test
  void sarifIsAsOasisDescribesIt() throws IOException {
    JsonNode log = new ObjectMapper().readTree(team.xenvendor("check", "--format", "sarif").out());

    assertThat(PublishedSchemas.errorsOfSarif(log)).isEmpty();
    assertThat(log.get("runs").get(0).get("results").findValuesAsText("ruleId"))
        .contains("undeclared-change", "unknown-file", "release-skipped");
    assertThat(log.findValuesAsText("uri"))
        .contains(EDITED, P + "/a%20b.h", "vendor/sample/vendor.yaml");
  }

  @Test
  void junitIsAsServersReadIt() {
    String xml = team.xenvendor("check", "--format", "junit").exits(1).out();

    PublishedSchemas.requireJunit(xml);
    assertThat(xml).contains("<failure type=\"undeclared-change\" message=\"").contains("]]&gt;");
  }

  @Test
  void severalFilesAtOnceBesideTheText() throws IOException {
    Run check =
        team.xenvendor(
            "check",
            "--report",
            "sarif=../check.sarif",
            "--report",
            "JUnit=../check.xml",
            "--report",
            "markdown=" + folder.resolve("check.md"),
            "--report",
            "json=../a=b.json");

    assertThat(check.exits(1).out()).contains("undeclared-change    " + EDITED);
    assertThat(Files.readString(folder.resolve("check.sarif"))).contains("\"2.1.0\"");
    assertThat(Files.readString(folder.resolve("check.xml"))).startsWith("<?xml ");
    assertThat(Files.readString(folder.resolve("check.md"))).startsWith("### xenvendor check");
    assertThat(Files.readString(folder.resolve("a=b.json"))).startsWith("{");
  }

  @Test
  void aFileThatCannotBeWrittenLosesNoFinding() {
    Run check = team.xenvendor("check", "--report", "sarif=none/check.sarif").exits(2);

    assertThat(check.out()).contains("undeclared-change    " + EDITED);
    assertThat(check.err())
        .isEqualTo(
            """
            error: cannot write %s: No such file or directory
            hint: --report takes a format and a file in an existing folder: sarif=check.sarif
            """
                .formatted(team.folder().resolve("none/check.sarif")));
    assertThat(team.xenvendor("check", "--report", "sarif=..").exits(2).err())
        .contains("Is a directory");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "check --format xml     | there is no format 'xml' (text, json, sarif, junit, github, gitl",
        "check --report sarif   | 'sarif' is not FORMAT=FILE, as in sarif=check.sarif",
        "check --report sarif=  | 'sarif=' is not FORMAT=FILE, as in sarif=check.sarif",
        "patches show x --format github | --format github is only for check; other commands support"
            + " text",
      })
  void aWordThatIsNoneIsRefused(String line, String message) {
    assertThat(team.xenvendor(line.split(" ")).exits(2).err()).contains(message);
  }
}
