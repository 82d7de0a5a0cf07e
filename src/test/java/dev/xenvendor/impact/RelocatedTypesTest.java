package dev.xenvendor.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.impact.consumer.ConsumerTree;
import dev.xenvendor.impact.consumer.ConsumerTrees;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.file.PatchYaml;
import dev.xenvendor.profile.Version;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a relocation takes out of a header, as consumers lose it. */
final class RelocatedTypesTest {

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
  void anAttributeAfterABraceIsNotMoved() {
    assertThat(lost(LOCAL, Set.of())).containsExactly("ours_32", "ours_32_t");
  }

  @Test
  void aNameThatTheTreeProvidesIsNeverADefinition() {
    String local =
        PUBLISHED.replace(
            "first;\n",
            """
            first;

            struct ours_16 { int a; } OURS_PACKED;
            struct ours_32 { int a; } OURS_PACKED OURS_ALIGNED(8);
            struct OURS_PACKED ours_64 { int a; };
            typedef struct { int a; } OURS_ALIGNED(4) ours_a_t;
            typedef struct ours_32 ours_32_t OURS_PACKED;
            """);
    assertThat(lost(local, Set.of("OURS_PACKED", "OURS_ALIGNED", "memcpy")))
        .containsExactlyInAnyOrder("ours_16", "ours_32", "ours_64", "ours_a_t", "ours_32_t");
  }

  private static List<String> lost(String local, Set<String> provided) {
    LocalPatch patch =
        PatchYaml.read(
            "a",
            PATCH.replace("ours_*\"]", "ours_*\", \"OURS_*\"]").getBytes(StandardCharsets.UTF_8),
            name -> Optional.empty());
    ConsumerTree tree =
        new ConsumerTree(
            ConsumerTrees.SAMPLE,
            ConsumerTrees.tree(Map.of("page.h", local)),
            ConsumerTrees.tree(Map.of("page.h", PUBLISHED)),
            ConsumerTrees.consumers(Map.of()),
            new PatchSet(List.of(patch)).seenIn(CEnvironment.system().provide(provided)));
    return RelocatedTypes.of(tree, new Version("3.3.0")).stream().map(RemovedApi::name).toList();
  }
}
