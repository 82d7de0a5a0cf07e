package dev.xenvendor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.merge.Chunk.Hunk;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkerBlockTest {

  private static final Labels LABELS = new Labels("base 1", "local", "vendor 2");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** One letter a line. */
  private static byte[] lines(String letters) {
    return bytes(letters.replaceAll("(.)", "$1\n"));
  }

  private static MergedText merge(String base, String local, String vendor) {
    return new TextMerger().merge(lines(base), lines(local), lines(vendor));
  }

  @Test
  void everyBlockIsFoundWithItsPlaceAndParts() {
    byte[] file = merge("abcdefgh", "aLcdefMh", "aVcdefh").withMarkers(LABELS, Markers.WIDTH);
    List<MarkerBlock> blocks = MarkerBlock.find(file);
    assertThat(blocks).extracting(MarkerBlock::firstLine).containsExactly(1, 12);
    assertThat(blocks).extracting(MarkerBlock::endLine).containsExactly(8, 18);
    assertThat(blocks).extracting(block -> text(block.local())).containsExactly("L\n", "M\n");
    assertThat(blocks).extracting(block -> text(block.base())).containsExactly("b\n", "g\n");
    assertThat(blocks).extracting(block -> text(block.vendor())).containsExactly("V\n", "");
  }

  @Test
  void aRulerWithinAPartDoesNotEndIt() {
    String file =
        """
        <<<<<<< local
        ======== ruler
        ======= ruler
        ||||||| base
        >>>>>>>vendor
        =======
        v
        >>>>>>> vendor
        """;
    MarkerBlock block = MarkerBlock.find(bytes(file)).get(0);
    assertThat(text(block.local())).isEqualTo("======== ruler\n======= ruler\n");
    assertThat(text(block.base())).isEqualTo(">>>>>>>vendor\n");
    assertThat(text(block.vendor())).isEqualTo("v\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<<<<<<< local\nl\n=======\nv\n>>>>>>> vendor\n",
        "<<<<<<< local\nl\n||||||| base\nb\n=======\nv\n",
        "l\n||||||| base\nb\n=======\nv\n>>>>>>> vendor\n",
        "<<<<<< local\nl\n|||||| base\nb\n======\nv\n>>>>>> vendor\n",
      })
  void anIncompleteBlockIsNone(String file) {
    assertThat(MarkerBlock.find(bytes(file))).isEmpty();
  }

  @Test
  void aSecondBeginningStartsTheBlockAgain() {
    String file = "<<<<<<< x\n<<<<<<< local\nl\n||||||| b\n=======\nv\n>>>>>>> v\n";
    assertThat(MarkerBlock.find(bytes(file))).extracting(MarkerBlock::firstLine).containsExactly(1);
  }

  @Test
  void aReplacedBlockLeavesTheRestAsItWas() {
    byte[] file = merge("abcd", "aLcd", "aVcd").withMarkers(LABELS, Markers.WIDTH);
    MarkerBlock block = MarkerBlock.find(file).get(0);
    assertThat(text(block.replaceIn(file, bytes("N\n")))).isEqualTo("a\nN\nc\nd\n");
  }

  @Test
  void linesOfMarkersAreCountedAndRulersAreNot() {
    byte[] file = merge("abcd", "aLcd", "aVcd").withMarkers(LABELS, Markers.WIDTH);
    assertThat(MarkerBlock.markerLines(file)).containsExactly(1, 3, 7);
    assertThat(MarkerBlock.anyMarkerIn(file)).isTrue();
    assertThat(MarkerBlock.anyMarkerIn(bytes("=======\n/* <<<<<<< */\n"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void theEndingThatAMarkerNeedsDoesNotMakeABlockAnother(String end) {
    byte[] base = bytes("a" + end + "b");
    byte[] local = bytes("a" + end + "L");
    byte[] vendor = bytes("a" + end + "V");
    MergedText merged = new TextMerger().merge(base, local, vendor);
    MarkerBlock block = MarkerBlock.find(merged.withMarkers(LABELS, Markers.WIDTH)).get(0);
    Hunk hunk = merged.hunks().get(0);
    assertThat(block.isOf(hunk)).isTrue();
    assertThat(new MarkerBlock(0, 7, bytes("X"), block.base(), block.vendor()).isOf(hunk))
        .isFalse();
    assertThat(new MarkerBlock(0, 7, block.local(), bytes("X"), block.vendor()).isOf(hunk))
        .isFalse();
    assertThat(new MarkerBlock(0, 7, block.local(), block.base(), bytes("X")).isOf(hunk)).isFalse();
  }

  /** The lines above tell which of two equal hunks was resolved. */
  @Test
  void equalHunksAreLocatedByTheLinesAboveThem() {
    MergedText merged = merge("1x2x3", "1L2L3", "1V2V3");
    byte[] file = merged.withMarkers(LABELS, Markers.WIDTH);
    assertThat(HunkLocator.locate(merged, file)).hasSize(2);
    MarkerBlock first = MarkerBlock.find(file).get(0);
    Map<Hunk, MarkerBlock> left = HunkLocator.locate(merged, first.replaceIn(file, bytes("L\n")));
    assertThat(left.keySet()).extracting(Hunk::number).containsExactly(2);
  }
}
