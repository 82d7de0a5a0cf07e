package dev.xenvendor.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.xenvendor.buildinfo.BuildInfo;
import dev.xenvendor.check.CheckReport;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.testing.PublishedSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

final class SarifTest {

  private static JsonNode run(CheckReport report) {
    try {
      JsonNode log = new ObjectMapper().readTree(Sarif.of(report));
      assertThat(PublishedSchemas.errorsOfSarif(log)).isEmpty();
      return log.get("runs").get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode result(int number) {
    return run(NastyReport.report()).get("results").get(number);
  }

  @Test
  void aResultPointsToItsRule() {
    JsonNode run = run(NastyReport.report());
    JsonNode rules = run.at("/tool/driver/rules");
    assertThat(rules.findValuesAsText("id"))
        .containsExactly("undeclared-change", "release-skipped", "unknown-file");
    for (JsonNode result : run.get("results")) {
      assertThat(rules.get(result.get("ruleIndex").asInt()).get("id"))
          .isEqualTo(result.get("ruleId"));
    }
    assertThat(rules.get(0).at("/defaultConfiguration/level").asText()).isEqualTo("error");
    assertThat(rules.get(1).at("/defaultConfiguration/level").asText()).isEqualTo("warning");
    assertThat(run.get("results").findValuesAsText("level"))
        .containsExactly("error", "error", "warning", "warning");
  }

  @Test
  void theToolNamesItsAddress() {
    JsonNode driver = run(NastyReport.report()).at("/tool/driver");
    assertThat(driver.get("informationUri").asText()).isEqualTo(BuildInfo.url());
  }

  @Test
  void aPathIsAnAddressFromTheRoot() {
    JsonNode place = result(0).at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText())
        .isEqualTo("sys/a%20b%2Cc%3Ad%7C%60e%60%25%23%C3%A9.h");
    assertThat(place.at("/artifactLocation/uriBaseId").asText()).isEqualTo("%SRCROOT%");
    assertThat(place.get("region").toString()).isEqualTo("{\"startLine\":3,\"endLine\":4}");
  }

  @Test
  void aResultWithoutALineOrAFileHasAPlaceAllTheSame() {
    assertThat(result(2).at("/locations/0/physicalLocation").has("region")).isFalse();
    assertThat(result(3).at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("vendor/sample/vendor.yaml");
  }

  @Test
  void theMessageSaysWhatToDoAndTheRestIsBeside() {
    assertThat(result(2).at("/message/text").asText())
        .isEqualTo("what is this?\nhint: declare {{it}}");
    assertThat(result(2).get("properties").toString())
        .isEqualTo("{\"about\":\"x::y\",\"patch\":\"x-patch\"}");
    assertThat(result(0).at("/properties/diff/1").asText()).isEqualTo("+#define A {0} /* é */");
  }

  @Test
  void aFingerprintStaysWhenTheLineMoves() {
    String fingerprint = "/partialFingerprints/xenvendorFinding~1v1";
    assertThat(result(0).at(fingerprint).asText()).matches("[0-9a-f]{64}:1");
    assertThat(result(1).at(fingerprint).asText())
        .isEqualTo(result(0).at(fingerprint).asText().replace(":1", ":2"));
    JsonNode moved =
        run(NastyReport.of(NastyReport.EDIT.at(NastyReport.EDIT.path().orElseThrow(), 99)));
    assertThat(moved.get("results").get(0).at(fingerprint)).isEqualTo(result(0).at(fingerprint));
    assertThat(result(2).at(fingerprint)).isNotEqualTo(result(3).at(fingerprint));
  }

  @Test
  void nothingFoundIsAResultToo() {
    JsonNode run = run(NastyReport.clean());
    assertThat(run.get("results")).isEmpty();
    assertThat(run.at("/tool/driver/rules")).hasSize(Rule.values().length);
    assertThat(run.at("/automationDetails/id").asText()).isEqualTo("xenvendor/sample/");
  }
}
