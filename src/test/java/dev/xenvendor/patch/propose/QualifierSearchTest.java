package dev.xenvendor.patch.propose;

import static dev.xenvendor.patch.propose.PageHeader.HEADER;
import static dev.xenvendor.patch.propose.PageHeader.edited;
import static dev.xenvendor.patch.propose.PageHeader.file;
import static dev.xenvendor.patch.propose.PageHeader.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.patch.DeclaredTree;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.edit.QualifyFields;
import dev.xenvendor.patch.edit.ReplaceLine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Edits of type qualifiers are declared as such where the kind can express them. */
final class QualifierSearchTest {

  @Test
  void aQualifierOnAllTheFieldsOfALine() {
    assertThat(
            only(edited(t -> t.replace("  unsigned int cons, ", "  volatile unsigned int cons, "))))
        .isEqualTo(new QualifyFields(file(), "page", List.of("cons", "prod"), "volatile"));
  }

  @Test
  void qualifiersOnSeveralLinesOfAStruct() {
    DeclaredTree tree =
        edited(
            t ->
                t.replace("  unsigned int cons, ", "  volatile unsigned int cons, ")
                    .replace("char *text", "char *volatile text"));
    assertThat(only(tree))
        .isEqualTo(new QualifyFields(file(), "page", List.of("cons", "prod", "text"), "volatile"));
  }

  @Test
  void aQualifierOnThePointerIsNotOneOnWhatItPointsTo() {
    assertThat(only(edited(t -> t.replace("char *text", "char *const text"))))
        .isEqualTo(new QualifyFields(file(), "page", List.of("text"), "const"));
    assertThat(only(edited(t -> t.replace("char *text", "const char *text"))))
        .isInstanceOf(ReplaceLine.class);
  }

  @Test
  void oneStructsQualifierIsNotTheOthers() {
    DeclaredTree tree = edited(t -> t.replace("leaf {\n  unsigned", "leaf {\n  volatile unsigned"));
    assertThat(only(tree))
        .isEqualTo(new QualifyFields(file(), "leaf", List.of("cons"), "volatile"));
  }

  @Test
  void qualifiersOfTwoStructsAreTwoPatches() {
    PatchSet declared =
        edited(t -> t.replace("  unsigned int cons", "  volatile unsigned int cons")).declared();
    assertThat(declared.patches())
        .extracting(patch -> ((QualifyFields) patch.change()).struct())
        .containsExactly("page", "leaf");
    assertThat(declared.patches())
        .extracting(LocalPatch::id)
        .containsExactly("a-volatile", "a-volatile-2");
  }

  @Test
  void twoQualifiersOfOneFieldAreALine() {
    assertThat(
            only(
                edited(
                    t -> t.replace("  unsigned int size", "  const volatile unsigned int size"))))
        .isInstanceOf(ReplaceLine.class);
  }

  @Test
  void aQualifierWrittenAtAnotherPlaceIsALine() {
    assertThat(
            only(edited(t -> t.replace("  unsigned int cons, ", "  unsigned int volatile cons, "))))
        .isInstanceOf(ReplaceLine.class);
  }

  @Test
  void aQualifierThatIsGoneIsALine() {
    String local = HEADER;
    String published = HEADER.replace("  unsigned int size", "  volatile unsigned int size");
    assertThat(only(DeclaredTree.of(published, local))).isInstanceOf(ReplaceLine.class);
  }
}
