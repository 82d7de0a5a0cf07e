package dev.xenvendor.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LineEndTest {

  private static byte[] bytes(String shown) {
    return shown.replace("r", "\r").replace("n", "\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({
    "'',     '',       ''",
    "'a',    'a',      'a'",
    "'anb',  'anb',    'arnb'",
    "'arnb', 'anb',    'arnb'",
    "'ran',  'ran',    'rarn'", // a carriage return by itself is text
    "'rrn',  'rn',     'rrn'",
    "'anrn', 'ann',    'arnrn'",
  })
  void endsEveryLine(String text, String lf, String crLf) {
    assertThat(LineEnd.LF.in(bytes(text))).isEqualTo(bytes(lf));
    assertThat(LineEnd.CRLF.in(bytes(text))).isEqualTo(bytes(crLf));
  }

  @Test
  void isWhatEndsMostLines() {
    assertThat(LineEnd.mostIn(bytes("a"))).isEmpty();
    assertThat(LineEnd.mostIn(bytes("anbrnc"))).contains(LineEnd.LF);
    assertThat(LineEnd.mostIn(bytes("anbrncrn"))).contains(LineEnd.CRLF);
  }

  @Test
  void tellsMixedTexts() {
    assertThat(LineEnd.areMixed(bytes("arnbrn"))).isFalse();
    assertThat(LineEnd.areMixed(bytes("arnbn"))).isTrue();
  }

  @Test
  void isReadFromAWord() {
    assertThat(LineEnd.ofWord("crlf")).isEqualTo(LineEnd.CRLF);
    assertThatThrownBy(() -> LineEnd.ofWord("CR")).hasMessageContaining("lf or crlf");
  }
}
