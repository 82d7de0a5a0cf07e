package dev.xenvendor.cheader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DefinitionOrderTest {

  private static List<String> order(String text, boolean reversed) {
    List<CDefinition> definitions = new ArrayList<>(Headers.read(text).definitions());
    if (reversed) {
      Collections.reverse(definitions);
    }
    return DefinitionOrder.of(definitions).stream().map(CDefinition::spelling).toList();
  }

  @Test
  void putsADefinitionBehindWhatItUses() {
    String text = "struct a { int n; };\ntypedef struct a a_t;\nstruct c { a_t a; };\n";
    assertThat(order(text, true)).containsExactly("struct a", "a_t", "struct c");
  }

  @Test
  void changesNothingThatIsInOrder() {
    String text = "struct z { int n; };\nstruct b { struct z z; };\nstruct a { int n; };\n";
    assertThat(order(text, false)).containsExactly("struct z", "struct b", "struct a");
  }

  @Test
  void leavesACircleAsItIs() {
    String text = "typedef struct node node_t;\nstruct node { node_t *next; };\n";
    assertThat(order(text, false)).containsExactly("node_t", "struct node");
  }

  @Test
  void knowsWhatMacrosMake() {
    String text =
        """
        #define DEFINE_PAIR(name, type) struct name##_pair { type a; type b; }
        struct page { int n; };
        DEFINE_PAIR(page, struct page);
        union pairs { struct page_pair p; };
        """;
    assertThat(order(text, true))
        .containsExactly(
            "struct page", "DEFINE_PAIR", "DEFINE_PAIR(page, struct page)", "union pairs");
  }
}
