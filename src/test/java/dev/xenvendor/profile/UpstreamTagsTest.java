package dev.xenvendor.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UpstreamTagsTest {

  private static final UpstreamTags XEN =
      UpstreamTags.of(List.of("RELEASE-{version}", "{version}"));

  @ParameterizedTest
  @CsvSource({
    "RELEASE-4.17.0, 4.17.0",
    "4.17.0-rc2, 4.17.0-rc2",
    "3.1.0-branched, 3.1.0-branched",
    "4.10.0-shim-comet-1.1, 4.10.0-shim-comet-1.1",
    "4.9.0-rc1.2, 4.9.0-rc1.2",
    "4.23-dev, 4.23-dev",
    "split-1.1, ",
    "xen-RELEASE-4.14.5, ",
    "ia64-stable, ",
    "beta1, ",
  })
  void tagNamesTheWholeVersionOrNone(String tag, String version) {
    assertThat(XEN.versionOf(tag)).isEqualTo(Optional.ofNullable(version).map(Version::new));
  }

  @ParameterizedTest
  @CsvSource({"RELEASE-3.1.0, 3.1.0", "v3.1.0, 3.1.0", "acme-3.1.0, 3.1.0", "other-3.1.0, "})
  void usualFormsServeWhereTheProfileNamesNone(String tag, String version) {
    assertThat(UpstreamTags.usual("acme").versionOf(tag))
        .isEqualTo(Optional.ofNullable(version).map(Version::new));
  }

  @Test
  void releaseIsFoundByTheFirstFormThatHasIt() {
    List<String> tags = List.of("4.17.0", "RELEASE-4.17.0", "4.12-rc2", "RELEASE-4.1");
    assertThat(XEN.find(new Version("4.17.0"), tags)).contains("RELEASE-4.17.0");
    assertThat(XEN.find(new Version("4.12.0-rc2"), tags)).contains("4.12-rc2");
    assertThat(XEN.find(new Version("4.17"), tags)).contains("RELEASE-4.17.0");
    assertThat(XEN.find(new Version("4.17.1"), tags)).isEmpty();
  }

  @Test
  void patternMustHoldTheVersionOnce() {
    assertThatThrownBy(() -> new TagPattern("RELEASE")).hasMessageContaining("{version} once");
    assertThatThrownBy(() -> new TagPattern("{version}/{version}"))
        .hasMessageContaining("{version} once");
  }
}
