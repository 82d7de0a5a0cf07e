package dev.xenvendor.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AlignedRowTest {

  /** One word a line; a row is local|base|vendor, and a dash stands for no line. */
  @ParameterizedTest
  @CsvSource({
    "a x c, a b c, a y c, a|a|a x|b|y c|c|c",
    "i a, a, j a, i|-|j a|a|a",
    "a i, a, a j k, a|a|a i|-|j -|-|k",
    "a, a b, a b, a|a|a -|b|b",
    "l, '', v w, l|-|v -|-|w",
    "a b, a b, '', a|a|- b|b|-",
  })
  void linesThatCorrespondShareARow(String local, String base, String vendor, String rows) {
    List<String> locals = lines(local);
    List<String> bases = lines(base);
    List<String> vendors = lines(vendor);

    assertThat(
            AlignedRow.of(locals, bases, vendors).stream()
                .map(
                    row ->
                        line(locals, row.local())
                            + "|"
                            + line(bases, row.base())
                            + "|"
                            + line(vendors, row.vendor()))
                .collect(Collectors.joining(" ")))
        .isEqualTo(rows);
  }

  private static List<String> lines(String words) {
    return words.isEmpty() ? List.of() : List.of(words.split(" "));
  }

  private static String line(List<String> lines, int line) {
    return line < 0 ? "-" : lines.get(line);
  }
}
