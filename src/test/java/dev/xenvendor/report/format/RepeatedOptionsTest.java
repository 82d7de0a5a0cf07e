package dev.xenvendor.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RepeatedOptionsTest {

  private static final RepeatedOptions VENDOR = new RepeatedOptions(" --vendor $1");

  @ParameterizedTest
  @CsvSource({
    "xenvendor merge, xenvendor --vendor $1 merge",
    "git add x; xenvendor merge, git add x; xenvendor --vendor $1 merge",
    "xenvendor --vendor xen merge, xenvendor --vendor xen merge",
    "git push origin refs/xenvendor main, git push origin refs/xenvendor main",
    "./xenvendor merge, ./xenvendor merge",
  })
  void itAddsThemToCommandsWithoutOptions(String suggested, String copyable) {
    assertThat(VENDOR.in(suggested)).isEqualTo(copyable);
    assertThat(RepeatedOptions.NONE.in(suggested)).isEqualTo(suggested);
  }
}
