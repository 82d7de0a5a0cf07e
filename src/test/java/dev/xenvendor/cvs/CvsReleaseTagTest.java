package dev.xenvendor.cvs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.profile.CvsTags;
import dev.xenvendor.profile.Version;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CvsReleaseTagTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3.3.0",
        "4.17.0-rc2",
        "4.20.0-27-gae41936",
        "4.23-dev-196-gc447b73",
        "4.9.0-rc1.1"
      })
  void tagOfAReleaseNamesIt(String version) {
    CvsTags tags = new CvsTags("XEN", "xen-{version}");
    String tag = tags.releaseTag(new Version(version));
    assertThat(tag).doesNotContain(".");
    assertThat(CvsReleaseTag.named(tag, tags))
        .contains(new CvsReleaseTag(tag, new Version(version)));
  }
}
