package dev.xenvendor.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Chunk.HunkText;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines end at {@code |}; the vendor's file is the vendor's text of the hunk and the rest. */
final class BackportDetectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      nullValues = "-",
      value = {
        "- > #define A 1 > #define A 1|#define B 2 > - > true",
        "- > #define A 1 > #define B 2|#define\tA  1 /* one */ > - > true",
        "- > #define A 1 > #define A 2 > - > false",
        "int a; > u32 a; > u32 a;|u32 b; > - > true",
        "int a; > u32 a; > u32 b;|int a; > - > false",
        "int a;|int b; > int a; > int c; > - > true",
        "int a;|int b; > int a; > int c; > int b; > false",
        "int a;|int b; > int a; > int b;|int c; > - > false",
        "struct a {|};|struct b {|}; > struct a {|int f;|};|struct b {|};"
            + " > struct a {|};|struct b {|int f;|}; > - > false",
        "int a; > int a;|}; > };|int b; > - > false",
        "int a; > int a;|/* why */ > int b; > - > false",
      })
  void vendorContainsWhatLocalChanged(
      String base, String local, String vendor, String rest, boolean contained) {
    Hunk hunk = new Hunk(1, text(base), text(local), text(vendor));
    byte[] file = text(rest == null ? vendor : vendor + "|" + rest).text();

    assertThat(BackportDetector.isIn(hunk, file)).isEqualTo(contained);
  }

  private static HunkText text(String lines) {
    String text = lines == null ? "" : lines.replace('|', '\n') + "\n";
    return new HunkText(1, text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
