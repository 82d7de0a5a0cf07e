package dev.xenvendor.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkTreeLineEndsTest {

  @ParameterizedTest
  @CsvSource({"rn, aN, aRN", "n, aN, aN", "rn, '', ''", "rn, aNb, aRNb", "rn, \u00e9N, \u00e9RN"})
  void aTextGetsTheEndingsOfAnother(String model, String text, String same) {
    byte[] like =
        WorkTreeLineEnds.like(bytes("x" + model.replace("r", "R").replace("n", "N")), bytes(text));
    assertThat(like).isEqualTo(bytes(same));
    assertThat(WorkTreeLineEnds.toLf(like)).isEqualTo(bytes(text));
  }

  /** N is a line feed and R a carriage return. */
  private static byte[] bytes(String text) {
    return text.replace("N", "\n").replace("R", "\r").getBytes(StandardCharsets.ISO_8859_1);
  }
}
