package dev.xenvendor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class UnifiedHunkTest {

  @Test
  void aLineThatBeginsWithDashesMayGoOrCome() {
    List<UnifiedHunk> hunks =
        UnifiedHunk.parse(
            """
            --- a/ring.h
            +++ b/ring.h
            @@ -1,4 +1,4 @@
             a
            --- b
            +++ c
             @@ d
            --
            +e
            """);
    assertThat(hunks).hasSize(1);
    assertThat(hunks.get(0).before()).containsExactly("a", "-- b", "@@ d", "-");
    assertThat(hunks.get(0).after()).containsExactly("a", "++ c", "@@ d", "e");
  }

  @Test
  void theLinesAfterAHunkAreNotPartOfIt() {
    List<UnifiedHunk> hunks =
        UnifiedHunk.parse(
            """
            @@ -1 +1 @@
            -a
            +b
            \\ No newline at end of file
            @@ -9 +9 @@ struct ring {
            -c
            +d
            --\s
            2.39.5
            """);
    assertThat(hunks).extracting(UnifiedHunk::line).containsExactly(0, 8);
    assertThat(hunks.get(1).after()).containsExactly("d");
  }
}
