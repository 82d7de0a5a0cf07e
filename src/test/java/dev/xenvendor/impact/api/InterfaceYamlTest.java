package dev.xenvendor.impact.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.source.BuiltInConfig;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InterfaceYamlTest {

  private static final ReleaseInterface RELEASE =
      HeaderInterfaceReaderTest.read(
          Map.of(
              "empty.h", "",
              "a b.h", "#define SMALL -3\n#define BIG 0x8000000000000000\n#include \"ring.h\"\n",
              "new.h", "struct [[gnu::packed]] page { int n; };\n",
              "ring.h", "#define PUSH(x) mb()\n#define TEXT \"x\"\nstruct page { int a, b; };\n"));

  private static String written() {
    return new String(InterfaceYaml.write("Xen 3.3.0", RELEASE), StandardCharsets.UTF_8);
  }

  private static ReleaseInterface read(String text) {
    return InterfaceYaml.read("3.3.0.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsWrittenIsReadBack() {
    assertThat(written())
        .contains(
            "  \"a b.h\":\n    constants:\n",
            "      BIG: 0x8000000000000000\n      SMALL: -3\n    includes:\n      ring.h: 3\n",
            "  empty.h: {}\n",
            "  new.h:\n    unread: \"line 1: Syntax error\"\n",
            "      PUSH: [mb]\n      TEXT: []\n    types:\n      \"struct page\": [a, b]\n");
    assertThat(read(written())).isEqualTo(RELEASE);
  }

  @Test
  void anEditedFileIsReadAsYaml() {
    String edited = written().replace("PUSH: [mb]", "PUSH:   [ mb ] # why not");
    assertThat(read(edited)).isEqualTo(RELEASE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SMALL: -3|SMALL: three", "macros:|makros:", "schema: 1|schema: 9"})
  void aMistakeIsReportedWithItsPlace(String change) {
    String[] parts = change.split("\\|");
    assertThatThrownBy(() -> read(written().replace(parts[0], parts[1])))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("3.3.0.yaml:");
  }

  static Stream<Arguments> pinned() {
    return Stream.of("xen", "sample")
        .flatMap(name -> builtIn(name).pinned().stream().map(v -> Arguments.of(name, v)));
  }

  private static VendorConfig builtIn(String name) {
    return VendorConfig.load(name, new BuiltInConfig(), new BuiltInConfig());
  }

  /** Every pinned release has its interface recorded, as the program itself writes it. */
  @ParameterizedTest
  @MethodSource("pinned")
  void theInterfaceOfEveryPinnedReleaseIsRecorded(String vendor, Version version) {
    VendorConfig config = builtIn(vendor);
    VendorConfig.Found found = config.findInterface(version).orElseThrow();
    ReleaseInterface release = InterfaceYaml.read(found.name(), found.bytes());
    assertThat(InterfaceYaml.write(config.vendor().title(version), release))
        .isEqualTo(found.bytes());
    assertThat(release.version()).isEqualTo(version);
    assertThat(release.interfaceVersion()).isPresent();
    assertThat(release.size()).isGreaterThan(250);
  }
}
