package dev.xenvendor.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PhrasesTest {

  @ParameterizedTest
  @CsvSource({
    "0, file, 0 files",
    "1, file, 1 file",
    "2, file, 2 files",
    "1, entry, 1 entry",
    "3, entry, 3 entries"
  })
  void aNumberHasItsPlural(long number, String word, String counted) {
    assertThat(Phrases.count(number, word)).isEqualTo(counted);
  }

  @Test
  void bytesAreUtf8WhereTheyAreAndElseLatin1() {
    assertThat(Phrases.text("\u00e9".getBytes(StandardCharsets.UTF_8))).isEqualTo("\u00e9");
    assertThat(Phrases.text("\u00e9".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("\u00e9");
  }

  @Test
  void aTerminalIsSentNoCommandsByAHeader() {
    assertThat(Phrases.printable("a\tb\u001B[2Jc\u009bd\u00e9"))
        .isEqualTo("a    b\uFFFD[2Jc\uFFFDd\u00e9");
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "aa bb cc, aa bb|cc", "a bb, a bb", "aaaaaaaa b, aaaaaaaa|b"})
  void wordsFillLinesUpToTheirWidth(String text, String lines) {
    assertThat(String.join("|", Phrases.wrapped(text, 5))).isEqualTo(lines);
  }
}
