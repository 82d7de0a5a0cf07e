package dev.xenvendor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hunks in which one side has nothing of its own settle; lines are words, {@code _} is a blank. */
final class SettlingMergeTest {

  private static final String CONFLICT = "conflict";

  @ParameterizedTest
  @CsvSource({
    // Both insert X; only the vendor also changes the next line.
    "a b c, a X b c, a X v c, a X v c",
    // Both insert X; only local also changes the next line.
    "a b c, a X l c, a X b c, a X l c",
    // Local's insertion is the beginning of the vendor's, or its end.
    "a c, a X c, a X Y c, a X Y c",
    "a c, a Y c, a X Y c, a X Y c",
    // A blank line that both insert parts what base has from what one side inserts.
    "a b, a _ b, b a _ b, b a _ b",
    "a b, b a _ b, a _ b, b a _ b",
    // The vendor's insertion is a part of local's.
    "a c, a X Y c, a X c, a X Y c",
  })
  void aSideThatEqualsBaseWithoutTheSharedLinesGivesWay(
      String base, String local, String vendor, String merged) {
    assertThat(merge(base, local, vendor)).isEqualTo(merged);
  }

  @ParameterizedTest
  @CsvSource({
    // Local only trimmed or indented what the vendor changes.
    "a b__ c, a b c, a v c, a v c",
    "a b c, a __b c, a v c, a v c",
    // The vendor only trimmed what local changes.
    "a b__ c, a l c, a b c, a l c",
    // Both changed the line to the same words.
    "a b c, a x__\\ c, a x_\\ c, a x__\\ c",
    "a b_ c, a b c, a b__ c, a b c",
  })
  void sidesThatDifferInWhiteSpaceOnlySettle(
      String base, String local, String vendor, String merged) {
    assertThat(merge(base, local, vendor)).isEqualTo(merged);
  }

  @ParameterizedTest
  @CsvSource({
    // The backport stands in the middle of what the vendor added.
    "a c, a X Y c, a P X Y Q c, a P X Y Q c",
    "a b c, a X Y c, a P X Y Q c, a P X Y Q c",
    // Local has the whole of what the vendor added, and more.
    "a c, a P X Y Q c, a X Y c, a P X Y Q c",
    // The same three lines come in another place of the release.
    "a c d e, a X Y Z c d e, a P c d X Y Z e, a P c d X Y Z e",
    "a c d e, a #define_X c d e, a P c d #define_X e, a P c d #define_X e",
  })
  void linesThatTheReleaseBringsAreUpstreams(
      String base, String local, String vendor, String merged) {
    assertThat(merge(base, local, vendor)).isEqualTo(merged);
  }

  @ParameterizedTest
  @CsvSource({
    "a c, a X Y c, a P Q c",
    // Only a part of local's lines is upstream's.
    "a c, a L X c, a P X Q c",
    // The lines of local's block stand apart in the release.
    "a c, a X Y c, a P X Q Y R c",
    // One line that also stands elsewhere proves nothing.
    "a c d e, a X c d e, a P c d X e",
    // Three lines elsewhere prove nothing where one of them is blank.
    "a c d e, a X _ Y c d e, a P c d X _ Y e",
    // One side drops a line that the other replaces.
    "a b c, a c, a X c",
    "a b c, a X c, a c",
    // The vendor kept what local dropped.
    "a b c, a X c, a b X Q c",
    "a b c, a c, a b X c",
  })
  void whereBothSidesHaveSomethingOfTheirOwnTheyConflict(String base, String local, String vendor) {
    assertThat(merge(base, local, vendor)).isEqualTo(CONFLICT);
  }

  @Test
  void theHunksThatAreLeftAreNumberedAnew() {
    MergedText merged =
        merger().merge(lines("a b c d e f"), lines("a b_ c d l f"), lines("a v c d w f"));
    assertThat(merged.hunks()).extracting(Chunk.Hunk::number).containsExactly(1);
    assertThat(words(merged.hunks().get(0).local().text())).isEqualTo("l");
  }

  private static TextMerger merger() {
    return TextMerger.settling();
  }

  private static String merge(String base, String local, String vendor) {
    MergedText merged = merger().merge(lines(base), lines(local), lines(vendor));
    return merged.isClean() ? words(merged.settledBy(hunk -> new byte[0])) : CONFLICT;
  }

  private static byte[] lines(String words) {
    return Arrays.stream(words.split(" "))
        .map(word -> word.replace('_', ' ') + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String words(byte[] text) {
    String lines = new String(text, StandardCharsets.ISO_8859_1);
    return lines.strip().replace(' ', '_').replace('\n', ' ');
  }
}
