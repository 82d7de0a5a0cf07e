package dev.xenvendor.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.downstream.PatchedSides.Release;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.merge.TextMerger;
import dev.xenvendor.merge.TreeMerger;
import dev.xenvendor.patch.DeclaredTree;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.edit.ReplaceLine;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A merge where a patch fits only some of the three sides. */
final class PatchedSidesTest {

  private static final String HEADER = "#define A 1\n#define B 2\n#define C 3\n#define D 4\n";
  private static final String PATCHED = HEADER.replace("B 2", "B 7");
  private static final String REWRITTEN = HEADER.replace("B 2", "B 2000");
  private static final PatchSet PATCH =
      new PatchSet(
          List.of(
              LocalPatch.proposed(
                  "b-is-7",
                  "",
                  new ReplaceLine(FileSelection.of("a.h"), "#define B 2", "#define B 7"))));

  private static PatchedSides sides(
      Map<String, String> base,
      Map<String, String> local,
      Map<String, String> vendor,
      Map<String, Set<HeaderPath>> without) {
    return PatchedSides.of(
        PATCH,
        new Release(Optional.of(new Version("3.1.0")), DeclaredTree.tree(base)),
        DeclaredTree.tree(local),
        new Release(Optional.of(new Version("3.3.0")), DeclaredTree.tree(vendor)),
        Map.of(),
        without);
  }

  private static MergeResult merged(PatchedSides sides) {
    return new TreeMerger(new TextMerger())
        .merge(sides.input(), sides.renames(), GeneratedTrees.LABELS);
  }

  private static String text(HeaderTree tree, String path) {
    return new String(
        tree.get(HeaderPath.of(path)).orElseThrow().bytes(), StandardCharsets.US_ASCII);
  }

  @Test
  void aPatchThatTheNewReleaseDoesNotFitConflictsWithIt() {
    PatchedSides sides =
        sides(Map.of("a.h", HEADER), Map.of("a.h", PATCHED), Map.of("a.h", REWRITTEN), Map.of());

    assertThat(text(sides.input().base(), "a.h")).isEqualTo(HEADER);
    assertThat(merged(sides).conflicts())
        .extracting(Conflict::path)
        .containsExactly(HeaderPath.of("a.h"));
  }

  @Test
  void soItDoesWhereUpstreamMovedTheHeader() {
    PatchedSides sides =
        sides(Map.of("a.h", HEADER), Map.of("a.h", PATCHED), Map.of("b.h", REWRITTEN), Map.of());

    assertThat(sides.renames()).hasSize(1);
    assertThat(text(sides.input().base(), "a.h")).isEqualTo(HEADER);
    assertThat(merged(sides).conflicts()).hasSize(1);
  }

  @Test
  void aHeaderThatUpstreamDeletesNeedsItsPatchNoLonger() {
    Map<String, String> other = Map.of("other.h", "#define OTHER 1\n");
    Map<String, String> base = Map.of("a.h", HEADER, "other.h", "#define OTHER 1\n");
    Map<String, String> local = Map.of("a.h", PATCHED, "other.h", "#define OTHER 1\n");

    PatchedSides sides = sides(base, local, other, Map.of());

    assertThat(text(sides.input().base(), "a.h")).isEqualTo(PATCHED);
    assertThat(merged(sides).conflicts()).isEmpty();
    assertThat(merged(sides).tree().paths()).containsExactly(HeaderPath.of("other.h"));
  }

  @Test
  void aPatchThatFitsEverySideIsPartOfAllThree() {
    String grown = HEADER + "#define E 5\n";
    PatchedSides sides =
        sides(Map.of("a.h", HEADER), Map.of("a.h", PATCHED), Map.of("a.h", grown), Map.of());

    assertThat(text(sides.input().base(), "a.h")).isEqualTo(PATCHED);
    assertThat(text(merged(sides).tree(), "a.h")).isEqualTo(PATCHED + "#define E 5\n");
  }

  @Test
  void aFileThatIsToBeWithoutThePatchHasItOnNoSide() {
    Map<String, String> plain = Map.of("a.h", HEADER);
    PatchedSides sides = sides(plain, plain, plain, Map.of("b-is-7", Set.of(HeaderPath.of("a.h"))));

    assertThat(text(sides.input().base(), "a.h")).isEqualTo(HEADER);
    assertThat(text(sides.input().local(), "a.h")).isEqualTo(HEADER);
    assertThat(text(sides.input().vendor(), "a.h")).isEqualTo(HEADER);
  }
}
