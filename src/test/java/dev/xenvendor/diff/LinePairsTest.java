package dev.xenvendor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinePairsTest {

  /** One word a line; a dash is a line without a partner. */
  @ParameterizedTest
  @CsvSource({
    "a b c, a b c, 0 1 2",
    "a b c, a c, 0 - 1",
    "a c, a b c, 0 2",
    "a old c, a new c, 0 1 2",
    "'', a, ''",
    "a b, '', - -",
  })
  void linesArePairedInOrder(String before, String after, String partners) {
    assertThat(LinePairs.between(lines(before), lines(after)))
        .containsExactly(lines(partners).stream().mapToInt(LinePairsTest::partner).toArray());
  }

  @Test
  void amongOtherLinesAChangedOneIsFound() {
    List<String> before = List.of("static struct xsd_errors errors[] __unused = {");
    List<String> after =
        List.of(
            "/* LINTED */",
            "#ifdef EINVAL",
            "static const struct xsd_errors errors[] = {",
            "#endif");

    assertThat(LinePairs.between(before, after)).containsExactly(2);
  }

  private static List<String> lines(String words) {
    return words.isEmpty() ? List.of() : List.of(words.split(" "));
  }

  private static int partner(String word) {
    return word.equals("-") ? LinePairs.NONE : Integer.parseInt(word);
  }
}
