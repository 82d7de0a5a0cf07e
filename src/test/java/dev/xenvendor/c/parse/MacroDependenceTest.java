package dev.xenvendor.c.parse;

import static dev.xenvendor.c.parse.Headers.PAGE;
import static dev.xenvendor.c.parse.Headers.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.c.include.IncludeGraph;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.Limits;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MacroDependenceTest {

  private static final String AROUND =
      """
      #ifdef WIDE
      #define BITS 64
      #include "wide.h"
      #else
      #define NARROW
      #endif
      #define WORD (BITS / 8)
      #define SAME 1
      #ifdef SAME
      #define EVERYWHERE int
      #endif
      #define JOIN(a, b) a ## b
      """;

  /** Whether a header after {@link #AROUND} depends on WIDE. */
  private static boolean depends(String header) {
    HeaderTree tree =
        tree(
            "around.h",
            AROUND,
            "wide.h",
            "#define FIELD int wide;\n#include \"far.h\"\n",
            "far.h",
            "#define FAR int far;\n",
            PAGE.value(),
            header);
    CTokens unit = CTokens.of("#include \"around.h\"\n#include \"" + PAGE + "\"\n");
    IncludeGraph graph = new IncludeGraph(tree, List.of(), Limits.DEFAULT);
    return new MacroDependence(unit, PAGE, graph).on(Set.of("WIDE"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "struct page { int n[WORD]; };",
        "struct page { FIELD };",
        "struct page { FAR };",
        "#ifdef NARROW\nstruct page { int n; };\n#endif\n",
        "#if BITS == 64\nint n;\n#endif\n",
        "JOIN(NAR, ROW) struct page { int n; };",
        "#define OWN WORD\nstruct page { int n[OWN]; };",
        "struct page {\n#include \"far.h\"\n};",
        "#define FILE <far.h>\n#include FILE\nint n;",
        "#ifdef WIDE\n#include <stdbool.h>\n#endif\nbool n;",
        "int WO\\\nRD;",
      })
  void findsWhatMayLookDifferent(String header) {
    assertThat(depends(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "struct page { int n[SAME]; };",
        "struct page { EVERYWHERE n; };",
        "/* WORD */ struct page { int n; };",
        "#ifndef PAGE_H\n#define PAGE_H\n#include \"around.h\"\nstruct page { int n; };\n#endif\n",
        "struct words { const char *name; } *words = \"WORD\";",
      })
  void findsWhatLooksTheSame(String header) {
    assertThat(depends(header)).isFalse();
  }

  @Test
  void aHeaderThatOnlySomeIncludeDependsOnWhatTheyHave() {
    HeaderTree tree = tree("around.h", "#ifdef WIDE\n#include \"page.h\"\n#endif\n", "page.h", "");
    CTokens unit = CTokens.of("#include \"around.h\"\n#include \"page.h\"\n");
    IncludeGraph graph = new IncludeGraph(tree, List.of(), Limits.DEFAULT);
    assertThat(new MacroDependence(unit, PAGE, graph).on(Set.of("WIDE"))).isTrue();
    assertThat(new MacroDependence(unit, PAGE, graph).on(Set.of("OTHER"))).isFalse();
  }

  @Test
  void readsWhatOnlyOneViewSees() {
    HeaderTree tree =
        tree(
            PAGE.value(),
            """
            struct page { int n; };
            #ifdef __x86_64__
            struct wide { int n; };
            #endif
            #ifdef __XEN_TOOLS__
            struct tool { int n; };
            #endif
            """);
    CHeader header = CHeaderReader.readAllViews(tree, PAGE, CEnvironment.plain());
    assertThat(header.definitions())
        .extracting(CDefinition::spelling)
        .containsExactly("struct page", "struct wide", "struct tool");
  }
}
