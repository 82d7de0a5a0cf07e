package dev.xenvendor.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class GitlabCodeQualityTest {

  private final JsonNode report = read();

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(GitlabCodeQuality.of(NastyReport.report()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void everyFindingHasWhatGitlabRequires() {
    assertThat(report).hasSize(4);
    JsonNode edit = report.get(0);
    assertThat(edit.get("description").asText())
        .isEqualTo("a ]]> \"quoted\" | `text` <b> & 100%\nin two lines\nhint: none");
    assertThat(edit.get("check_name").asText()).isEqualTo("undeclared-change");
    assertThat(report.findValuesAsText("severity"))
        .containsExactly("major", "major", "minor", "minor");
    assertThat(edit.at("/location/path").asText()).isEqualTo("sys/a b,c:d|`e`%#é.h");
    assertThat(edit.at("/location/lines/begin").asInt()).isEqualTo(3);
  }

  @Test
  void aFindingWithoutALineIsAtTheFirstAndOneWithoutAFileAtTheProfile() {
    assertThat(report.get(2).at("/location/lines/begin").asInt()).isEqualTo(1);
    assertThat(report.get(3).at("/location/path").asText()).isEqualTo("vendor/sample/vendor.yaml");
  }

  @Test
  void equalFindingsHaveDifferentFingerprints() {
    assertThat(report.findValuesAsText("fingerprint")).doesNotHaveDuplicates();
  }
}
