package dev.xenvendor.cvs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.profile.CvsTags;
import dev.xenvendor.profile.Version;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new release is tagged as the releases before it are. */
final class TagStyleTest {

  @ParameterizedTest
  @CsvSource({
    "xen_3_1, 3.1.0, 3.3.0, xen_3_3",
    "xen_3_1, 3.1.0, 3.0.2, xen_3_0_2",
    "xen_3_1_0, 3.1.0, 3.3.0, xen_3_3_0",
    "XEN-v3-1-0, 3.1.0, 3.3.0, XEN-v3-3-0",
    "xen-3-1-0, 3.1.0, 3.3.0, xen-3-3-0",
    "v310, 3.1.0, 3.3.0, xen-3-3-0",
    "xen_3_2, 3.1.0, 3.3.0, xen-3-3-0",
    "xen_3_1, 3.1.0, 3.3.0-rc7, xen-3-3-0-rc7",
  })
  void theStyleIsTheLastReleases(String tag, String version, String next, String expected) {
    List<CvsReleaseTag> onBranch = List.of(new CvsReleaseTag(tag, new Version(version)));

    assertThat(TagStyle.tag(new CvsTags("XEN", "xen-{version}"), onBranch, new Version(next)))
        .isEqualTo(expected);
  }
}
