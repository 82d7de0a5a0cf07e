package dev.xenvendor.downstream;

import static dev.xenvendor.downstream.GeneratedTrees.PATCHES;
import static dev.xenvendor.downstream.GeneratedTrees.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.downstream.PatchedSides.Release;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.MergeInput;
import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.merge.TextMerger;
import dev.xenvendor.merge.TreeMerger;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What follows from trunk = P(pristine) + residue, on generated trees and edits. */
final class MergeByEquationTest {

  private static final int CASES = 12;

  /** Above a line that must be the first one, another is needed; so at the guard. */
  private static final int AWAY_FROM_PATCHES = 5;

  private static final Version FROM = new Version("3.1.0");
  private static final Version TO = new Version("3.3.0");
  private static final TreeMerger MERGER = new TreeMerger(new TextMerger());

  private static PatchedSides sides(
      PatchSet patches, HeaderTree base, HeaderTree local, HeaderTree vendor) {
    return PatchedSides.of(
        patches,
        new Release(Optional.of(FROM), base),
        local,
        new Release(Optional.of(TO), vendor),
        Map.of());
  }

  private static MergeResult merge(
      PatchSet patches, HeaderTree base, HeaderTree local, HeaderTree vendor) {
    PatchedSides sides = sides(patches, base, local, vendor);
    return MERGER.merge(sides.input(), sides.renames(), GeneratedTrees.LABELS);
  }

  private static HeaderTree patched(HeaderTree release) {
    return PATCHES.applyTo(release, Map.of()).tree();
  }

  @RepeatedTest(CASES)
  void madeTwiceThePatchesAreMadeOnce(RepetitionInfo run) {
    HeaderTree release = new GeneratedTrees(run.getCurrentRepetition()).release();
    HeaderTree once = patched(release);
    assertThat(texts(once)).isNotEqualTo(texts(release));
    assertThat(texts(patched(once))).isEqualTo(texts(once));
  }

  @RepeatedTest(CASES)
  void withoutResidueTheResultIsTheReleaseWithThePatches(RepetitionInfo run) {
    GeneratedTrees trees = new GeneratedTrees(100 + run.getCurrentRepetition());
    HeaderTree base = trees.release();
    HeaderTree vendor = trees.next(base);

    MergeResult merged = merge(PATCHES, base, patched(base), vendor);

    assertThat(merged.conflicts()).isEmpty();
    assertThat(texts(merged.tree())).isEqualTo(texts(patched(vendor)));
  }

  @RepeatedTest(CASES)
  void aPatchInOnlySomeFilesCostsNoConflict(RepetitionInfo run) {
    GeneratedTrees trees = new GeneratedTrees(200 + run.getCurrentRepetition());
    HeaderTree base = trees.release();
    HeaderTree vendor = trees.next(base);
    HeaderTree local = trees.partlyPatched(PATCHES, base);

    MergeResult merged = merge(PATCHES, base, local, vendor);

    assertThat(merged.conflicts()).isEmpty();
    assertThat(texts(merged.tree())).isEqualTo(texts(patched(vendor)));
  }

  @RepeatedTest(CASES)
  void withoutPatchesItIsThePlainMerge(RepetitionInfo run) {
    GeneratedTrees trees = new GeneratedTrees(300 + run.getCurrentRepetition());
    HeaderTree base = trees.release();
    HeaderTree local = trees.next(trees.partlyPatched(PATCHES, base));
    HeaderTree vendor = trees.next(base);

    MergeResult merged = merge(PatchSet.NONE, base, local, vendor);

    MergeResult plain = MERGER.merge(new MergeInput(base, local, vendor), GeneratedTrees.LABELS);
    assertThat(texts(merged.tree())).isEqualTo(texts(plain.tree()));
    assertThat(paths(merged)).isEqualTo(paths(plain));
  }

  @RepeatedTest(CASES)
  void residueIsNeverLost(RepetitionInfo run) {
    GeneratedTrees trees = new GeneratedTrees(400 + run.getCurrentRepetition());
    HeaderTree base = trees.release();
    HeaderTree vendor = trees.next(base);
    Map<HeaderPath, List<String>> lines = GeneratedTrees.lines(trees.partlyPatched(PATCHES, base));
    List<String> residue = trees.insert(lines, 4, 0);
    HeaderTree local = GeneratedTrees.tree(lines);

    MergeResult merged = merge(PATCHES, base, local, vendor);

    // In a conflict the line is in the file with markers, or the whole file is kept.
    String all = String.join("\n", texts(merged.tree()).values());
    assertThat(residue).allMatch(all::contains);
  }

  @RepeatedTest(CASES)
  void whatIsNotInConflictIsTheReleaseWithThePatchesAndTheResidue(RepetitionInfo run) {
    GeneratedTrees trees = new GeneratedTrees(500 + run.getCurrentRepetition());
    HeaderTree base = trees.release();
    HeaderTree vendor = trees.next(base);
    Map<HeaderPath, List<String>> lines = GeneratedTrees.lines(patched(base));
    List<String> residue = trees.insert(lines, 3, AWAY_FROM_PATCHES);

    MergeResult merged = merge(PATCHES, base, GeneratedTrees.tree(lines), vendor);

    List<HeaderPath> conflicts = merged.conflicts().stream().map(Conflict::path).toList();
    Map<HeaderPath, List<String>> result =
        GeneratedTrees.lines(merged.tree().only(path -> !conflicts.contains(path)));
    result.values().forEach(each -> each.removeAll(residue));
    assertThat(texts(GeneratedTrees.tree(result)))
        .isEqualTo(texts(patched(vendor), path -> !conflicts.contains(path)));
  }

  private static List<String> paths(MergeResult merged) {
    return merged.conflicts().stream()
        .map(conflict -> conflict.path() + " " + conflict.kind().word())
        .collect(Collectors.toList());
  }
}
