package dev.xenvendor.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io/ring.h",
        "",
        " ",
        " a",
        "a ",
        "a b",
        "a: b",
        "a:",
        "a #b",
        "#a",
        "-",
        "- a",
        "--- a",
        "'",
        "\"",
        "\\",
        "a\\nb",
        "a\nb",
        "a\r\nb",
        "\t",
        "[a]",
        "{a}",
        "*",
        "&a",
        "!a",
        "?",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "{version}",
        "upstream/xen/{version}",
        "no",
        "~",
        "null",
        "3.10",
        "\u00e9",
        "\u4e16\u754c",
        "\ud83d\ude00",
        "\u007f",
        "\u0001",
        "\u0085",
        "\u009b",
        "a\u2028b",
        "\u2029",
        "\ufeff",
        "\ufffe",
        "\ud800",
        "a,b",
        "=",
        "<<"
      })
  void aWrittenScalarIsReadBack(String text) {
    String yaml = "%s: %s\n".formatted(YamlText.scalar(text), YamlText.scalar(text));
    YamlMapping read = YamlDocument.read("f", yaml.getBytes(StandardCharsets.UTF_8));
    assertThat(read.entries()).containsOnlyKeys(text);
    assertThat(read.get(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"io/ring.h, io/ring.h", "3.3.0, 3.3.0", "a b, \"a b\"", "**, \"**\"", "-a, \"-a\""})
  void onlyWhatNeedsQuotesHasThem(String text, String written) {
    assertThat(YamlText.scalar(text)).isEqualTo(written);
  }
}
