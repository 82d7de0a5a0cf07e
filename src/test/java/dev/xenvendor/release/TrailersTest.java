package dev.xenvendor.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrailersTest {

  @Test
  void whatIsAddedIsFound() {
    String message =
        "Import Xen 3.3.0\n\n"
            + new Trailers()
                .add(Trailers.VENDOR, "xen")
                .add(Trailers.RELEASE, "3.3.0")
                .add(Trailers.UPSTREAM_REF, Optional.empty())
                .add(Trailers.UPSTREAM_COMMIT, Optional.of("0123"));
    assertThat(message)
        .isEqualTo("Import Xen 3.3.0\n\nVendor: xen\nRelease: 3.3.0\nUpstream-Commit: 0123\n");
    assertThat(Trailers.find(message, Trailers.RELEASE)).contains("3.3.0");
    assertThat(Trailers.find(message, Trailers.UPSTREAM_COMMIT)).contains("0123");
    assertThat(Trailers.find(message, Trailers.UPSTREAM_REF)).isEmpty();
    assertThat(Trailers.find(message, "Upstream")).isEmpty();
  }

  @Test
  void ofTwoTheLastCounts() {
    assertThat(Trailers.find("Release: 1\nX-Release: 3\nRelease:  2 \n", "Release")).contains("2");
  }
}
