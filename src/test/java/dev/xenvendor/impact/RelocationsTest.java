package dev.xenvendor.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.PatchYaml;
import dev.xenvendor.vendor.Version;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a relocation takes out of a header, as consumers lose it. */
final class RelocationsTest {

  private static final String PATCH =
      """
      id: ours
      description: Our structures stand in a header of our own.
      change:
        relocate-definitions:
          from: page.h
          to: ../md.h
          definitions: ["struct ours_*", "ours_*"]
          include: {file: page.h, before: end-of-guard, line: '#include "../md.h"'}
      """;

  private static final String PUBLISHED = "#ifndef P\n#define P\n\nint first;\n\n#endif\n";

  private static final String LOCAL =
      PUBLISHED.replace(
          "first;\n",
          "first;\n\nstruct ours_32 { int a; } __packed;\ntypedef struct ours_32 ours_32_t;\n");

  @Test
  void anAttributeBehindABraceIsNotMoved() {
    LocalPatch patch =
        PatchYaml.read("a", PATCH.getBytes(StandardCharsets.UTF_8), name -> Optional.empty());
    UsingTree tree =
        new UsingTree(
            UsingTrees.SAMPLE,
            UsingTrees.tree(Map.of("page.h", LOCAL)),
            UsingTrees.tree(Map.of("page.h", PUBLISHED)),
            UsingTrees.consumers(Map.of()),
            new PatchSet(List.of(patch)));
    assertThat(Relocations.of(tree, new Version("3.3.0")))
        .extracting(Loss::name)
        .containsExactly("ours_32", "ours_32_t");
  }
}
