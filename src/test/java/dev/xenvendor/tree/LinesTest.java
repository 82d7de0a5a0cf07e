package dev.xenvendor.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinesTest {

  @ParameterizedTest
  @CsvSource({"'', 0", "'a', 1", "'a\n', 1", "'a\nb', 2", "'a\nb\n', 2", "'\n', 1", "'\n\n', 2"})
  void anOpenLastLineCountsAsALine(String text, int lines) {
    assertThat(Lines.count(bytes(text))).isEqualTo(lines);
    assertThat(Lines.split(bytes(text))).hasSize(lines);
  }

  @Test
  void aLineEndsAfterItsLineFeed() {
    List<byte[]> lines = Lines.split(bytes("a\n\r\nb\rc\nd"));
    assertThat(lines).containsExactly(bytes("a\n"), bytes("\r\n"), bytes("b\rc\n"), bytes("d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a\nb", "\r", "\n "})
  void aTextWithoutAFinalLineFeedEndsOpen(String text) {
    assertThat(Lines.endsOpen(bytes(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "a\n", "a\r\n"})
  void anEmptyTextAndOneWithAFinalLineFeedDoNot(String text) {
    assertThat(Lines.endsOpen(bytes(text))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'a\r\nb\n', true",
    "'\r\n', true",
    "'a\nb\r\n', false",
    "'\n', false",
    "'a\r', false",
    "'', false",
    "'a\rb\n', false",
  })
  void theFirstLineSaysWhetherATextUsesCrLf(String text, boolean usesCrLf) {
    assertThat(Lines.usesCrLf(bytes(text))).isEqualTo(usesCrLf);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, true", "7999, true", "8000, false"})
  void aNulAmongTheFirst8000BytesMakesAFileBinary(int place, boolean binary) {
    byte[] content = bytes("x".repeat(9000));
    content[place] = 0;
    assertThat(Lines.isBinary(content)).isEqualTo(binary);
  }

  @Test
  void bytesBeyondAsciiDoNotMakeAFileBinary() {
    assertThat(Lines.isBinary(new byte[] {(byte) 0xfc, (byte) 0xff, 1, 0x7f})).isFalse();
    assertThat(Lines.isBinary(new byte[0])).isFalse();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
