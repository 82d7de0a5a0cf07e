package dev.xenvendor.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConflictNumberTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "50", "3.2", "12.34"})
  void aNumberIsReadAsItIsWritten(String text) {
    assertThat(ConflictNumber.parse(text).orElseThrow().toString()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "3.0", "3.", ".2", "3.2.1", "-1", "3.3.0", "xen.h", "1234567"})
  void anythingElseIsNone(String text) {
    assertThat(ConflictNumber.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"2|2", "1,3-5|1,3-5", "1,2,3|1-3", "5,1|1,5", "2-3,3-4|2-4", "all|all"})
  void hunksAreReadAsRanges(String text, String same) {
    assertThat(HunkNumbers.parse(text).orElseThrow().toString()).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "3-1", "1,", "one", "1-", "1-999999"})
  void whatNamesNoHunksIsRefused(String text) {
    assertThat(HunkNumbers.parse(text)).isEmpty();
  }
}
