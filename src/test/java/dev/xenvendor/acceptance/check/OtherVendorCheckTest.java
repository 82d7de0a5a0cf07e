package dev.xenvendor.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.c.compiler.SystemCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Headers that are not Xen's, and have no {@code xen.h}: some do not go into one unit, or at all.
 */
final class OtherVendorCheckTest {

  private static final String PROFILE =
      """
      schema: 1
      name: pump
      upstream: {url: "https://example.org/pump.git", path: include}
      prefix: sys/pump
      """;

  private static final Map<String, String> HEADERS =
      Map.of(
          "common.h", "typedef int level_t;\n#define FULL 8\n",
          "a.h", "struct state { int a; };\n",
          "b.h", "#include \"common.h\"\nstruct state { level_t a; };\n",
          "c.h", "#include \"common.h\"\n#include \"nowhere.h\"\nextern level_t c;\n");

  @TempDir Path folder;
  private TeamRepository team;

  @BeforeEach
  void takenOver() throws IOException {
    assumeThat(SystemCompiler.find(System.getenv()).compiler()).as("a C compiler").isPresent();
    Path upstream = folder.resolve("upstream");
    Path headers = Files.createDirectories(upstream.resolve("include"));
    team = TeamRepository.empty(folder.resolve("os"));
    for (Map.Entry<String, String> header : HEADERS.entrySet()) {
      Files.writeString(headers.resolve(header.getKey()), header.getValue());
      team.write("sys/pump/" + header.getKey(), header.getValue());
    }
    team.write("vendor/pump/vendor.yaml", PROFILE);
    String source = upstream.toString();
    team.xenvendor("releases", "pin", "1.0", "--from", source).exits(0);
    team.commitAll("Headers");
    team.xenvendor("adopt", "--from", source).exits(0);
  }

  private String findings() {
    JsonNode findings = team.json("check").get("findings");
    return String.join(
        "\n",
        StreamSupport.stream(findings.spliterator(), false)
            .map(f -> f.get("rule").asText() + " " + f.path("path").asText())
            .toList());
  }

  @Test
  void nothingIsFoundInWhatIsPristine() {
    assertThat(findings()).isEmpty();
  }

  @Test
  void aHeaderThatNoLongerCompilesIsReported() {
    team.write("sys/pump/common.h", "typedef int depth_t;\n#define FULL 8\n");

    assertThat(findings())
        .isEqualTo(
            """
            undeclared-change sys/pump/common.h
            does-not-compile sys/pump/b.h
            abi-changed sys/pump/common.h\
            """);
  }

  @Test
  void aChangedValueIsReported() {
    team.write("sys/pump/common.h", "typedef int level_t;\n#define FULL 9\n");

    assertThat(findings())
        .isEqualTo(
            """
            undeclared-change sys/pump/common.h
            abi-changed sys/pump/common.h\
            """);
  }

  /** A compiler stops at an include that it does not find. */
  @Test
  void anIncludeThatIsNotFoundHidesNothingElse() {
    team.write(
        "sys/pump/common.h",
        "#include <os/types.h>\ntypedef int level_t;\n#define FULL 8\nextern depth_t broken;\n");

    assertThat(findings())
        .isEqualTo(
            """
            undeclared-change sys/pump/common.h
            undeclared-change sys/pump/common.h
            does-not-compile sys/pump/common.h
            does-not-compile sys/pump/common.h\
            """);
    assertThat(team.xenvendor("check").out()).contains("os/types.h", "abi.include-dirs", "depth_t");
  }
}
