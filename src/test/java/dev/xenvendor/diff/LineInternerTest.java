package dev.xenvendor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.tree.Lines;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineInternerTest {

  @Test
  void equalLinesHaveEqualNumbersAndOthersDoNot() {
    assertThat(NumberedText.of(bytes("a\nb\na\nc\nb\n")).numbers()).containsExactly(0, 1, 0, 2, 1);
  }

  @Test
  void linesAreNumberedAlikeInEveryText() {
    LineInterner numbers = new LineInterner();
    NumberedText one = numbers.of(bytes("a\nb\n"));
    NumberedText two = numbers.of(bytes("c\nb\na\n"));
    assertThat(one.sameLine(0, two, 2)).isTrue();
    assertThat(one.sameLine(1, two, 1)).isTrue();
    assertThat(one.sameLine(0, two, 0)).isFalse();
    assertThat(numbers.count()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\na", "a\na\r\n", "a\na \n", "a\n\ta\n", "a\nA\n"})
  void theEndingAndEveryBlankArePartOfALine(String text) {
    assertThat(NumberedText.of(bytes(text)).numbers()).containsExactly(0, 1);
  }

  @Test
  void linesOfTheSameHashAreDistinguished() {
    // "Aa" and "BB" have the same hash where each byte counts 31 times the next.
    assertThat(NumberedText.of(bytes("Aa\nBB\nAaBB\nBBAa\nAaAa\n")).numbers())
        .containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void thousandsOfDifferentLinesKeepTheirNumbers() {
    String text =
        IntStream.range(0, 5000).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    LineInterner numbers = new LineInterner();
    int[] first = numbers.of(bytes(text)).numbers();
    int[] again = numbers.of(bytes(text)).numbers();
    assertThat(first).isEqualTo(IntStream.range(0, 5000).toArray()).isEqualTo(again);
    assertThat(numbers.count()).isEqualTo(5000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a\n", "\n\n\n", "a\nb\r\n\rc"})
  void theLinesPutTogetherAreTheText(String text) {
    NumberedText numbered = NumberedText.of(bytes(text));
    assertThat(numbered.bytes(0, numbered.size())).isEqualTo(bytes(text));
    assertThat(numbered.size()).isEqualTo(Lines.count(bytes(text)));
  }

  @Test
  void aRunOfLinesHasTheirBytes() {
    NumberedText numbered = NumberedText.of(bytes("a\nb\nc\nd"));
    assertThat(numbered.bytes(1, 3)).isEqualTo(bytes("b\nc\n"));
    assertThat(numbered.bytes(3, 4)).isEqualTo(bytes("d"));
    assertThat(numbered.bytes(2, 2)).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
