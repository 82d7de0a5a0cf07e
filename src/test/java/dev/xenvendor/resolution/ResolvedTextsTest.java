package dev.xenvendor.resolution;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.merge.MergedText;
import dev.xenvendor.merge.TextMerger;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.Lines;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResolvedTextsTest {

  private static final HeaderPath PATH = HeaderPath.of("io/ring.h");

  /** As {@code resolve --take both} writes it, also where local's text ends without a line end. */
  @ParameterizedTest
  @CsvSource({
    "'local\n', 'vendor\n', 'local\nvendor\n', both",
    "'local', 'vendor\n', 'local\nvendor\n', both",
    "'local', 'vendor', 'local\nvendor', both",
    "'local', 'vendor\n', 'localvendor\n', edited",
    "'local', 'vendor\n', 'local', local",
    "'local', 'vendor\n', 'vendor\n', vendor",
  })
  void whatWasTakenHasAName(String local, String vendor, String result, String taken) {
    String above = "above\n";
    MergedText merged =
        TextMerger.settling().merge(bytes(above), bytes(above + local), bytes(above + vendor));
    ConflictTexts texts = ConflictTexts.ofHunks(PATH, merged).values().iterator().next();
    HeaderFile file = HeaderFile.regular(bytes(result));

    assertThat(new ResolvedTexts(texts, new TreeMap<>(Map.of(PATH, file))).taken())
        .isEqualTo(taken);
    if (taken.equals("both")) {
      assertThat(Lines.joined(bytes(local), bytes(vendor))).isEqualTo(bytes(result));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }
}
