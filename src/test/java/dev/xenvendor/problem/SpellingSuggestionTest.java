package dev.xenvendor.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingSuggestionTest {

  @ParameterizedTest
  @CsvSource({
    "relases, releases", // a letter is missing
    "releasees, releases", // one is too many
    "relesaes, releases", // two are swapped
    "lciesne, license", // and swapped again
    "releases, releases",
    "licence, license",
    "tg, tag",
    "tga, tag",
    "tog, tag",
    "toy, ", // two mistakes in three letters
    "colour, ",
    "'', ",
  })
  void theWordThatWasMeantTakesFewMistakes(String word, String meant) {
    assertThat(SpellingSuggestion.to(word, List.of("releases", "license", "tag")))
        .isEqualTo(java.util.Optional.ofNullable(meant));
  }

  @ParameterizedTest
  @CsvSource({"mergd", "merged"})
  void ofSeveralTheNearestIsTaken(String word) {
    assertThat(SpellingSuggestion.to(word, List.of("verges", "merges", "merged")))
        .contains("merged");
  }

  @Test
  void theBeginningOfOneWordOnly() {
    List<String> words = List.of("--all-suggested", "--take", "--undo", "patches", "patrols");
    assertThat(SpellingSuggestion.to("--all", words)).contains("--all-suggested");
    assertThat(SpellingSuggestion.to("patc", words)).contains("patches");
    assertThat(SpellingSuggestion.to("pat", words)).isEmpty();
    assertThat(SpellingSuggestion.to("--", words)).isEmpty();
  }
}
