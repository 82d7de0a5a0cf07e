package dev.xenvendor.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Chunk.HunkText;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A suggestion never drops a comment of local's without saying so. */
final class SuggestedCommentsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "int a; > /* ours,| * too */|u32 a; > u32 b; > how; without local's comment /* ours, * too"
            + " */",
        "int a; > u32 a; // ours > u32 b; > how; without local's comment // ours",
        "int a; > /* ours */ u32 a; > /* ours */ u32 b; > how",
        "/* theirs */ int a; > /* theirs */ u32 a; > u32 b; > how",
        "int a; > u32 a; > u32 b; > how",
      })
  void whatItLacksIsSaid(String base, String local, String suggested, String how) {
    Hunk hunk = new Hunk(1, text(base), text(local), text("int b;"));

    assertThat(ResolutionSuggester.suggestion(hunk, text(suggested).text(), "how", "").how())
        .isEqualTo(how);
  }

  private static HunkText text(String line) {
    return new HunkText(1, (line.replace('|', '\n') + "\n").getBytes(StandardCharsets.ISO_8859_1));
  }
}
