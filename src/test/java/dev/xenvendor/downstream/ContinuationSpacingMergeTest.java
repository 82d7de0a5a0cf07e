package dev.xenvendor.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.downstream.PatchedSides.Release;
import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.merge.TextMerger;
import dev.xenvendor.merge.TreeMerger;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.file.PatchYaml;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A tree that kept the backslashes of the lines it edits in their column merges like any other. */
final class ContinuationSpacingMergeTest {

  private static final HeaderPath PATH = HeaderPath.of("ring.h");

  private static final String BASE =
      """
      #define push(p) do {      \\
          wmb(); /* first */    \\
          (p)->prod++;          \\
      } while (0)

      int a;
      """;

  private static final String LOCAL =
      BASE.replace("wmb(); /* first */    ", "sfence(); /* first */ ");

  private static MergeResult merge(String releases, String local, String vendor) {
    String yaml =
        """
        id: barriers
        description: Barriers of the tree's own.
        releases: "%s"
        change:
          replace-tokens: {file: ring.h, tokens: {"wmb()": "sfence()"}}
        """
            .formatted(releases);
    LocalPatch patch =
        PatchYaml.read(
            "barriers.yaml", yaml.getBytes(StandardCharsets.UTF_8), name -> Optional.empty());
    PatchedSides sides =
        PatchedSides.of(
            new PatchSet(List.of(patch)),
            new Release(Optional.of(new Version("3.1.0")), tree(BASE)),
            tree(local),
            new Release(Optional.of(new Version("3.3.0")), tree(vendor)),
            Map.of());
    return new TreeMerger(new TextMerger())
        .merge(sides.input(), sides.renames(), GeneratedTrees.LABELS);
  }

  private static HeaderTree tree(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HeaderTree.of(Map.of(PATH, HeaderFile.regular(bytes)));
  }

  private static String clean(MergeResult merge) {
    assertThat(merge.conflicts()).isEmpty();
    return new String(merge.tree().get(PATH).orElseThrow().bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void localsSpacingStaysWhereThePatchStays() {
    assertThat(clean(merge(">=3.1.0", LOCAL, BASE.replace("int a", "int b"))))
        .isEqualTo(LOCAL.replace("int a", "int b"));
  }

  @Test
  void aRetiredPatchLeavesTheReleaseAsPublished() {
    String vendor = BASE.replace("wmb()", "xen_wmb()");
    assertThat(clean(merge("<3.3.0", LOCAL, vendor))).isEqualTo(vendor);
  }

  @Test
  void aMacroThatLocalRealignedIsRetiredAsAWhole() {
    String vendor = BASE.replace("wmb()", "xen_wmb()").replace("prod++;  ", "prod += 1");
    String local = LOCAL.replaceAll(" +\\\\\n", "\t\\\\\n");
    assertThat(clean(merge("<3.3.0", local, vendor))).isEqualTo(vendor);
  }

  @Test
  void upstreamsChangeOfTheNextLineIsTaken() {
    String vendor = BASE.replace("prod++;  ", "prod += 1");
    assertThat(clean(merge(">=3.1.0", LOCAL, vendor)))
        .isEqualTo(LOCAL.replace("prod++;  ", "prod += 1"));
  }

  @Test
  void upstreamsSpacingIsTakenWhereLocalHasNoneOfItsOwn() {
    String vendor = BASE.replaceAll(" +\\\\\n", "\t\\\\\n");
    String moved = BASE.replace("wmb()", "sfence()");
    assertThat(clean(merge(">=3.1.0", moved, vendor)))
        .isEqualTo(vendor.replace("wmb()", "sfence()"));
  }
}
