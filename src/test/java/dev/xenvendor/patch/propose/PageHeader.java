package dev.xenvendor.patch.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.DeclaredTree;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.PatchSet;
import java.util.function.UnaryOperator;

/** A sample header, edits of it, and the change that declares an edit. */
final class PageHeader {

  static final String HEADER =
      """
      /* A page that two domains share. */
      #ifndef A_H
      #define A_H

      struct page {
        unsigned int cons, prod;
        unsigned int size; \t
        char *text;
      };
      struct leaf {
        unsigned int cons;
      };

      #define push(p) do { wmb(); (p)->prod++; mb(); } while (0)
      #define pull(p) do { rmb(); (p)->cons++; mb(); } while (0)

      #endif
      """;

  private PageHeader() {}

  static DeclaredTree edited(UnaryOperator<String> edit) {
    String edited = edit.apply(HEADER);
    assertThat(edited).isNotEqualTo(HEADER);
    return DeclaredTree.of(HEADER, edited);
  }

  /** The one change that declares it all. */
  static Change only(DeclaredTree tree) {
    PatchSet declared = tree.declared();
    assertThat(declared.patches()).as("%s", declared).hasSize(1);
    assertThat(tree.residue(declared).isNone()).isTrue();
    return declared.patches().get(0).change();
  }

  static FileSelection file() {
    return FileSelection.of("a.h");
  }
}
