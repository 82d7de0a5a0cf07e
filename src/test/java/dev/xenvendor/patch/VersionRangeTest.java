package dev.xenvendor.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xenvendor.profile.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionRangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">=3.0.2          | 3.0.2 3.1.0 4.21.1 3.0.10    | 3.0.1 3.0.2-rc1",
        "<3.3.0           | 3.2.0 3.3.0-rc1 2.0          | 3.3.0 3.3 3.10.0",
        "<= 3.3           | 3.2.0 3.3 3.3.0              | 3.3.1 3.3.0.1",
        "> 3.3            | 3.3.1 4                      | 3.3 3.3.0 3.3.0-rc1",
        ">=3.3.0          | 3.3 3.3.0 3.4                | 3.2",
        "=3.3             | 3.3 3.3.0                    | 3.3.1 3.3.0-rc1",
        "3.3.0            | 3.3 3.3.0                    | 3.3.1",
        ">=3.0.2 <3.3.0   | 3.0.2 3.2                    | 3.0.1 3.3.0",
        ">=3.0.2, <3.3.0  | 3.0.2 3.2                    | 3.0.1 3.3.0",
        ">=3.0.2<3.3.0    | 3.0.2 3.2                    | 3.0.1 3.3.0",
        ">3 <2            | ''                           | 1 2 3 4",
      })
  void allTheBoundsMustHold(String range, String inside, String outside) {
    VersionRange versions = VersionRange.of(range);
    assertThat(inside.split(" ")).allMatch(v -> v.isEmpty() || versions.contains(new Version(v)));
    assertThat(outside.split(" ")).noneMatch(v -> versions.contains(new Version(v)));
  }

  @Test
  void withoutBoundsEveryReleaseIsMeant() {
    assertThat(VersionRange.EVERY.contains(new Version("0"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"'>=3.0.2,<3.3.0', >=3.0.2 <3.3.0", "' =  3.3 ', =3.3"})
  void aRangeIsSaidInOneWay(String range, String said) {
    assertThat(VersionRange.of(range)).hasToString(said);
    assertThat(VersionRange.of(said)).isEqualTo(VersionRange.of(range));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ">=", "=>3.3", "==3.3", "!=3.3", ",3.3", ">=3.3 ||", "<>3", "*"})
  void whatIsNoRangeIsRefused(String text) {
    assertThatThrownBy(() -> VersionRange.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
