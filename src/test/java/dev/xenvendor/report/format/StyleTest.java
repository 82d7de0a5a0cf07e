package dev.xenvendor.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.report.format.Style.Detail;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class StyleTest {

  static Stream<BiFunction<Style, String, String>> paints() {
    return Stream.of(Style::bold, Style::good, Style::bad, Style::warning, Style::faint);
  }

  @ParameterizedTest
  @MethodSource("paints")
  void aColourIsResetAfterTheText(BiFunction<Style, String, String> paint) {
    Style colored = new Style(true, Detail.NORMAL);
    assertThat(paint.apply(colored, "text")).matches("\u001B\\[[0-9;]+mtext\u001B\\[0m");
    assertThat(paint.apply(Style.PLAIN, "text")).isEqualTo("text");
  }

  @ParameterizedTest
  @EnumSource(Detail.class)
  void onlyVerboseSaysEverything(Detail detail) {
    assertThat(new Style(false, detail).isVerbose()).isEqualTo(detail == Detail.VERBOSE);
  }

  @Test
  void aTextListsTheNextCommandsLast() {
    Text text = new Text(Style.PLAIN).next("git diff").line("merged").next("git push").hint("read");
    assertThat(text)
        .hasToString(
            """
            merged
            hint: read
            next: git diff
                  git push
            """);
  }

  @Test
  void aQuietTextIsItsFirstLine() {
    Style quiet = new Style(false, Detail.QUIET);
    assertThat(new Text(quiet).line("merged").line("more").next("git push"))
        .hasToString("merged\n");
    assertThat(new Text(quiet).next("git push")).hasToString("");
  }
}
