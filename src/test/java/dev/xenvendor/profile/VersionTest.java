package dev.xenvendor.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xenvendor.tree.GitId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionTest {

  /** From old to new. */
  private static final List<String> IN_ORDER =
      List.of(
          "2.0",
          "3.0.2",
          "3.0.10",
          "3.1.0-rc1",
          "3.1",
          "3.1.0",
          "3.1.0.1",
          "3.1.1",
          "3.3.0-rc2",
          "3.3.0-rc7",
          "3.3.0-rc10",
          "3.3.0",
          "4",
          "4.8.3pre-shim-comet-2",
          "4.8.3",
          "4.9",
          "4.9.1-rc1",
          "4.9.1-rc1-5-g0123456",
          "4.9.1-rc1.1",
          "4.9.1-rc1.2",
          "4.9.1-rc2",
          "4.10",
          "4.10.0-9-g0123456",
          "4.10.0-27-gae41936",
          "4.10.0-shim-comet-1.1",
          "4.10.0-shim-comet-2",
          "4.10.0-shim-comet-2-3-g0123456",
          "4.10.0.1",
          "4.10.1",
          "4.21-dev",
          "4.21-dev-196-gc447b73",
          "4.21-unstable",
          "4.21",
          "123456789");

  @Test
  void versionsSortByTheirNumbers() {
    List<Version> versions = new ArrayList<>(IN_ORDER.stream().map(Version::new).toList());
    Collections.shuffle(versions, new Random(1));
    Collections.sort(versions);
    assertThat(versions).extracting(Version::text).containsExactlyElementsOf(IN_ORDER);
  }

  @Test
  void orderIsTheSameFromBothSides() {
    for (String a : IN_ORDER) {
      for (String b : IN_ORDER) {
        int order = new Version(a).compareTo(new Version(b));
        int reverse = new Version(b).compareTo(new Version(a));
        assertThat(Integer.signum(order)).as("%s %s", a, b).isEqualTo(-Integer.signum(reverse));
        assertThat(order == 0).as("%s %s", a, b).isEqualTo(a.equals(b));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3.3, 3.3.0, true",
    "3, 3.0.0, true",
    "3.3.0, 3.3.0, true",
    "3.3-rc1, 3.3.0-rc1, true",
    "3.3.0, 3.3.0-rc1, false",
    "3.3.0, 3.30, false",
    "3.3, 3.3.0-4-g0123456, false",
    "3.3-4-g0123456, 3.3.0-4-g0123456, true",
    "3.3.0-4-g0123456, 3.3.0-4-g1123456, false",
    "3.3.0, 3.3.1, false",
  })
  void aReleaseIsTheSameHoweverManyZerosItEndsIn(String a, String b, boolean same) {
    assertThat(new Version(a).sameRelease(new Version(b))).isEqualTo(same);
    assertThat(new Version(b).sameRelease(new Version(a))).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "3.3.0, false, true",
    "4, false, true",
    "3.3.0-rc7, true, false",
    "4.21-unstable, true, false",
    "4.21-dev-196-gc447b73, true, false",
    "4.20.0-27-gae41936, false, false",
    "4.10.0-shim-comet-1.1, false, false",
  })
  void aCandidateSaysSo(String version, boolean candidate, boolean isFinal) {
    assertThat(new Version(version).isCandidate()).isEqualTo(candidate);
    assertThat(new Version(version).isFinal()).isEqualTo(isFinal);
  }

  @Test
  void stateBetweenReleasesIsNamedAsGitDescribesIt() {
    GitId commit = GitId.of("ae41936000000000000000000000000000000000");
    assertThat(Version.described(new Version("4.20.0"), 27, commit))
        .isEqualTo(new Version("4.20.0-27-gae41936"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "v3.3.0",
        "xen-3.3.0",
        "3.",
        ".3",
        "3..3",
        "3.3.0 ",
        "3.3.0-",
        "3.3.0/rc1",
        "3.3.0\n",
        "-rc1",
        "3.3.0-rc..1",
        "3.3.0-a.lock",
        "3.3.0-a.",
        "1234567890",
        "3.3~rc1",
        "3.3.0-a:b",
        "../3"
      })
  void whatIsNoVersionIsRefused(String text) {
    assertThatThrownBy(() -> new Version(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a version: '" + text + "'");
  }
}
