package dev.xenvendor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.merge.Chunk.Hunk;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Three-way merges of texts in which every letter is a line. A conflict is written {@code
 * <local|base=vendor>}.
 */
final class TextMergerTest {

  private static final Labels LABELS = new Labels("", "", "");

  @Test
  void unchangedLinesAreKept() {
    assertThat(merge("abc", "abc", "abc")).isEqualTo("abc");
  }

  @Test
  void aChangeOfLocalIsKept() {
    assertThat(merge("abc", "aZc", "abc")).isEqualTo("aZc");
  }

  @Test
  void aChangeOfTheVendorIsTaken() {
    assertThat(merge("abc", "abc", "aZc")).isEqualTo("aZc");
  }

  @Test
  void aLineThatBothSidesChangeDifferentlyConflicts() {
    assertThat(merge("abc", "aYc", "aZc")).isEqualTo("a<Y|b=Z>c");
  }

  @Test
  void hunksComeInOrderWithWhatIsSettledBetweenThem() {
    assertThat(merge("abcdefg", "aBcdEfg", "aXcdYfg")).isEqualTo("a<B|b=X>cd<E|e=Y>fg");
  }

  @ParameterizedTest
  @CsvSource({
    "abcdef, aBcdef, abcdEf, aBcdEf",
    "abcdef, aBcdef, abcDef, aBcDef",
    "abcdef, abcDef, aBcdef, aBcDef",
    "abcdef, aBcDef, abcdeF, aBcDeF",
    "abcdef, XYabcdef, abcdefZ, XYabcdefZ",
    "abcdef, acdef, abcdf, acdf",
    "abcdef, abXcdef, abcdYef, abXcdYef",
    "abcdef, def, abcdXef, dXef",
  })
  void changesWithALineBetweenThemAreBothTaken(
      String base, String local, String vendor, String merged) {
    assertThat(merge(base, local, vendor)).isEqualTo(merged);
  }

  @ParameterizedTest
  @CsvSource({
    "abcd, aBcd, abCd, a<Bc|bc=bC>d",
    "abcd, abCd, aBcd, a<bC|bc=Bc>d",
    "abcd, acd, abCd, a<c|bc=bC>d",
    "abcd, aBcd, abd, a<Bc|bc=b>d",
    "abcd, abXcd, aBcd, a<bX|b=B>cd",
    "abcd, abXcd, abCd, ab<Xc|c=C>d",
    "abcd, acd, abXcd, a<|b=bX>cd",
    "abcd, abXcd, acd, a<bX|b=>cd",
  })
  void changesThatTouchConflict(String base, String local, String vendor, String merged) {
    assertThat(merge(base, local, vendor)).isEqualTo(merged);
  }

  @ParameterizedTest
  @CsvSource({
    "abcdef, aXef, abYf, a<Xe|bcde=bY>f",
    "abcdef, aXYZf, abcQef, a<XYZ|bcde=bcQe>f",
    "abcdefg, aBcdEfg, aXg, a<BcdEf|bcdef=X>g",
    "abcdefg, aXg, aBcdEfg, a<X|bcdef=BcdEf>g",
  })
  void changesThatOverlapConflictAsOne(String base, String local, String vendor, String merged) {
    assertThat(merge(base, local, vendor)).isEqualTo(merged);
  }

  @ParameterizedTest
  @CsvSource({
    "ab, aXb, aYb, a<X|=Y>b",
    "ab, Xab, Yab, <X|=Y>ab",
    "ab, abX, abY, ab<X|=Y>",
    "ab, aXYb, aZb, a<XY|=Z>b",
  })
  void differentInsertionsAtOnePlaceConflict(
      String base, String local, String vendor, String merged) {
    assertThat(merge(base, local, vendor)).isEqualTo(merged);
  }

  @ParameterizedTest
  @CsvSource({
    "abc, aXbc, aXbc, aXbc",
    "abc, Xabc, Xabc, Xabc",
    "abc, abcX, abcX, abcX",
    "abc, aXc, aXc, aXc",
    "abc, ac, ac, ac",
    "abcdef, aXcdef, aXcdEf, aXcdEf",
    "abcdef, aXcdEf, aXcdef, aXcdEf",
  })
  void aChangeThatBothSidesMadeIsTakenOnce(
      String base, String local, String vendor, String merged) {
    assertThat(merge(base, local, vendor)).isEqualTo(merged);
  }

  @ParameterizedTest
  @CsvSource({
    "abcd, ad, abcd, ad",
    "abcd, abcd, ad, ad",
    "abcd, cd, abcd, cd",
    "abcd, abcd, ab, ab",
    "abcde, acde, abce, ace",
  })
  void deletedLinesAreGone(String base, String local, String vendor, String merged) {
    assertThat(merge(base, local, vendor)).isEqualTo(merged);
  }

  @ParameterizedTest
  @CsvSource({
    "abc, ac, aZc, a<|b=Z>c",
    "abc, aZc, ac, a<Z|b=>c",
    "abcde, ae, abZde, a<|bcd=bZd>e",
    "abcd, ad, acd, a<|bc=c>d",
  })
  void aDeletionOfWhatTheOtherSideChangedConflicts(
      String base, String local, String vendor, String merged) {
    assertThat(merge(base, local, vendor)).isEqualTo(merged);
  }

  @ParameterizedTest
  @CsvSource({
    "a-b, a1XYb, a1Zb, a1<XY|-=Z>b",
    "a-b, aXY1b, aZ1b, a<XY|-=Z>1b",
    "a-b, a1X2b, a1Y2b, a1<X|-=Y>2b",
    "ab, a1Xb, a1Yb, a1<X|=Y>b",
    "a-b, a1b, a1Xb, a1<|-=X>b",
    "a-b, aX1b, a1b, a<X|-=>1b",
  })
  void whatBothSidesPutAtTheStartOrEndOfAConflictIsSettled(
      String base, String local, String vendor, String merged) {
    assertThat(merge(base, local, vendor)).isEqualTo(merged);
  }

  @Test
  void whatBothSidesPutInTheMiddleOfAConflictStaysInIt() {
    assertThat(merge("a-b", "aX1Yb", "aV1Wb")).isEqualTo("a<X1Y|-=V1W>b");
  }

  @Test
  void aConflictThatCommonLinesSettleWhollyIsNone() {
    // Local changes b to X and then c to Y, the vendor both at once: two edits against one.
    assertThat(merge("abcd", "aXYd", "aXYd")).isEqualTo("aXYd");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', ''",
    "'', ab, '', ab",
    "'', '', ab, ab",
    "'', ab, ab, ab",
    "'', ab, cd, <ab|=cd>",
    "ab, '', ab, ''",
    "ab, ab, '', ''",
    "ab, '', '', ''",
    "ab, '', aX, <|ab=aX>",
    "ab, aX, '', <aX|ab=>",
  })
  void anEmptyTextIsATextWithoutLines(String base, String local, String vendor, String merged) {
    assertThat(merge(base, local, vendor)).isEqualTo(merged);
  }

  @ParameterizedTest
  @CsvSource({
    "aaaa, aaa, aaaa, aaa",
    "ababab, ababab, abXabab, abXabab",
    "a-a-a, a+a-a, a-a+a, a+a+a",
  })
  void repeatedLinesAreMergedInPlace(String base, String local, String vendor, String merged) {
    assertThat(merge(base, local, vendor)).isEqualTo(merged);
  }

  @Test
  void aLineWithoutItsEndingIsAnotherLine() {
    MergedText merged = merger().merge(bytes("a\nb\n"), bytes("a\nb"), bytes("a\nc\n"));
    assertThat(merged.hunks()).hasSize(1);
  }

  @Test
  void aLastLineWithoutAnEndingStaysSoWhereOnlyOneSideTookItAway() {
    MergedText merged = merger().merge(bytes("a\nb\nc\n"), bytes("X\nb\nc\n"), bytes("a\nb\nc"));
    assertThat(merged.withMarkers(LABELS, Markers.WIDTH)).isEqualTo(bytes("X\nb\nc"));
  }

  @Test
  void aHunkHasItsLineNumbersInEachText() {
    Hunk hunk = merger().merge(lines("abcd"), lines("XabZd"), lines("abYYd")).hunks().get(0);
    assertThat(
            List.of(hunk.base().firstLine(), hunk.local().firstLine(), hunk.vendor().firstLine()))
        .containsExactly(3, 4, 3);
    assertThat(
            List.of(hunk.base().lineCount(), hunk.local().lineCount(), hunk.vendor().lineCount()))
        .containsExactly(1, 1, 2);
  }

  @Test
  void hunksAreCountedFromOne() {
    List<Hunk> hunks = merger().merge(lines("abcde"), lines("XbcdY"), lines("VbcdW")).hunks();
    assertThat(hunks).extracting(Hunk::number).containsExactly(1, 2);
  }

  @Test
  void settlingEveryHunkForOneSideKeepsTheCleanChangesOfTheOther() {
    MergedText merged = merger().merge(lines("abcde"), lines("XbcdE"), lines("Ybcde"));
    assertThat(letters(merged.settledBy(hunk -> hunk.vendor().text()))).isEqualTo("YbcdE");
  }

  private static TextMerger merger() {
    return new TextMerger();
  }

  private static String merge(String base, String local, String vendor) {
    MergedText merged = merger().merge(lines(base), lines(local), lines(vendor));
    assertThat(merged.isClean()).isEqualTo(merged.hunks().isEmpty());
    return letters(merged.settledBy(TextMergerTest::compactly));
  }

  private static byte[] compactly(Hunk hunk) {
    return bytes(
        "<"
            + text(hunk.local().text())
            + "|"
            + text(hunk.base().text())
            + "="
            + text(hunk.vendor().text())
            + ">");
  }

  private static byte[] lines(String letters) {
    return bytes(letters.replaceAll("(?s).", "$0\n"));
  }

  private static String letters(byte[] text) {
    return text(text).replace("\n", "");
  }

  private static String text(byte[] text) {
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
