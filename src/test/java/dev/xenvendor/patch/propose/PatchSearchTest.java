package dev.xenvendor.patch.propose;

import static dev.xenvendor.patch.propose.PageHeader.HEADER;
import static dev.xenvendor.patch.propose.PageHeader.edited;
import static dev.xenvendor.patch.propose.PageHeader.file;
import static dev.xenvendor.patch.propose.PageHeader.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.patch.Anchor;
import dev.xenvendor.patch.DeclaredTree;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.TextPatch;
import dev.xenvendor.patch.edit.IdentLine;
import dev.xenvendor.patch.edit.InsertLines;
import dev.xenvendor.patch.edit.ReplaceLine;
import dev.xenvendor.patch.edit.ReplaceTokens;
import dev.xenvendor.patch.edit.StripTrailingWhitespace;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each edit of one header is declared by the most specific kind that reproduces it. */
final class PatchSearchTest {

  @Test
  void tokensThatAreReplacedEverywhere() {
    DeclaredTree tree =
        edited(
            t ->
                t.replace("wmb()", "x86_sfence()")
                    .replace("rmb()", "x86_lfence()")
                    .replace(" mb()", " x86_mfence()"));
    PatchSet declared = tree.declared();
    assertThat(tree.residue(declared).isNone()).isTrue();
    assertThat(declared.patches())
        .allMatch(p -> p.change().kind().name().matches("replace-.*|text-patch"));
    assertThat(only(edited(t -> t.replace(" mb()", " x86_mfence()"))))
        .isEqualTo(new ReplaceTokens(file(), Map.of("mb()", "x86_mfence()"), false));
  }

  @Test
  void anIdentLineAboveOneHeader() {
    assertThat(only(edited(t -> "/* $BSD: a.h,v 1.2 2008/08/20 Exp $ */\n" + t)))
        .isEqualTo(new IdentLine(FileSelection.of("**/*.h"), "BSD", "/* $BSD$ */"));
  }

  @Test
  void whiteSpaceThatIsGone() {
    assertThat(only(edited(t -> t.replace("; \t\n", ";\n"))))
        .isInstanceOf(StripTrailingWhitespace.class);
  }

  @Test
  void insertedLines() {
    assertInserted("#define A_H\n", Anchor.Where.AFTER_INCLUDE_GUARD);
    assertInserted("struct page {\n", Anchor.Where.AFTER_LINE);
    assertInserted("cons++; mb(); } while (0)\n\n", Anchor.Where.BEFORE_END_OF_GUARD);
  }

  private static void assertInserted(String above, Anchor.Where where) {
    InsertLines change =
        (InsertLines) only(edited(t -> t.replace(above, above + "#define OURS 1\n")));
    assertThat(change.anchor().where()).isEqualTo(where);
    assertThat(change.lines()).containsExactly("#define OURS 1");
  }

  @Test
  void anEditedLine() {
    assertThat(only(edited(t -> t.replace("/* A page that", "/* The page, which"))))
        .isInstanceOf(ReplaceLine.class);
  }

  @Test
  void whatNothingElseCanSay() {
    assertThat(only(edited(t -> t.replace("struct leaf {\n  unsigned int cons;\n};\n", ""))))
        .isInstanceOf(TextPatch.class);
  }

  /** One half of a conditional by itself would leave a header that does not compile. */
  @Test
  void theBoundsOfAConditionalStayTogether() {
    DeclaredTree tree =
        edited(
            t ->
                t.replace("struct leaf {\n", "#ifdef LEAVES\nstruct leaf {\n")
                    .replace("#define push", "#else\nstruct leaf;\n#endif\n#define push"));
    assertThat(only(tree)).isInstanceOf(TextPatch.class);
    assertThat(
            only(
                edited(
                    t ->
                        t.replace(
                            "struct page {\n", "struct page {\n#ifdef TREES\n  int a;\n#endif\n"))))
        .isInstanceOf(InsertLines.class);
  }

  @Test
  void aDirectiveThatBecomesAnotherIsNoReplacedToken() {
    String published =
        HEADER.replace("struct leaf", "#ifdef LEAVES\n#define L 1\n#endif\nstruct leaf");
    String local =
        published.replace("#ifdef LEAVES\n#define L 1\n#endif\n", "#if LEAVES > 1\n#endif\n");
    assertThat(only(DeclaredTree.of(published, local))).isInstanceOf(TextPatch.class);
  }

  @Test
  void replacedTokensAreAllThatALineHas() {
    assertThat(
            only(
                edited(
                    t -> t.replace("(p)->cons++;  mb", "").replace("rmb(); ", "x86_lfence();  "))))
        .isInstanceOf(ReplaceLine.class);
  }

  /**
   * Wherever the number comes again, in this release or a later one, it may mean something else.
   */
  @Test
  void aNumberThatBecomesAnotherIsALine() {
    String published = HEADER.replace("struct leaf", "#define OLDEST 0x02\n\nstruct leaf");
    String local = published.replace("0x02", "0x11");
    assertThat(only(DeclaredTree.of(published, local)))
        .isEqualTo(new ReplaceLine(file(), "#define OLDEST 0x02", "#define OLDEST 0x11"));
  }

  @Test
  void linesThatAreGoneAtTheEnd() {
    assertThat(only(DeclaredTree.of(HEADER + "\n", HEADER))).isInstanceOf(TextPatch.class);
    assertThat(only(DeclaredTree.of(HEADER + "/* end */\n", HEADER))).isInstanceOf(TextPatch.class);
    assertThat(only(DeclaredTree.of(HEADER, HEADER + "\n"))).isInstanceOf(TextPatch.class);
  }

  /** A patch of lines cannot say what ends them; one of line ends does. */
  @Test
  void anEndingThatIsAnother() {
    DeclaredTree tree =
        edited(
            t ->
                t.replace("struct leaf {\n", "struct leaf {\r\n")
                    .replace("char *text", "char *volatile text"));
    PatchSet declared = tree.declared();
    assertThat(declared.patches())
        .extracting(LocalPatch::id)
        .containsExactly("a-line-endings", "a-volatile");
    assertThat(tree.residue(declared).isNone()).isTrue();
  }

  /** Nobody wants to read a patch for each line of a header that was put in another format. */
  @Test
  void manyEditsOfOneHeaderAreOneDiff() {
    String published =
        IntStream.range(0, 40)
            .mapToObj(i -> "#define NAME_" + i + "  " + i + "\n" + "/* of " + i + " */\n")
            .collect(Collectors.joining());
    DeclaredTree tree =
        DeclaredTree.of(published, published.replaceAll("(NAME_[0-9]*[02468])  ", "$1 "));
    assertThat(only(tree)).isInstanceOf(TextPatch.class);
  }

  @Test
  void aDeletedHeaderAndOneOfTheTreesOwn() {
    DeclaredTree tree =
        DeclaredTree.of(Map.of("a.h", HEADER, "b.h", "b\n"), Map.of("a.h", HEADER, "own.h", "o\n"));
    PatchSet declared = tree.declared();
    assertThat(declared.patches())
        .extracting(patch -> patch.change().summary())
        .containsExactlyInAnyOrder("removes b.h", "adds own.h");
    assertThat(tree.residue(declared).isNone()).isTrue();
  }

  @Test
  void aFileThatIsNoTextIsLeftUndeclared() {
    DeclaredTree tree = DeclaredTree.of(Map.of("a.h", "a\n"), Map.of("a.h", "a\n", "o", "\u00ff"));
    assertThat(tree.declared().patches()).isEmpty();
    assertThat(tree.residue(PatchSet.NONE).own()).hasSize(1);
  }

  @Test
  void patchesThatAreThereAreNotDeclaredAgain() {
    DeclaredTree one =
        edited(t -> t.replace("  unsigned int size", "  volatile unsigned int size"));
    PatchSet first = one.declared();
    DeclaredTree two =
        edited(
            t ->
                t.replace("  unsigned int size", "  volatile unsigned int size")
                    .replace("char *text", "char *volatile text"));
    PatchSet more = two.declared(first);
    assertThat(more.patches()).extracting(LocalPatch::id).containsExactly("a-volatile-2");
    assertThat(two.residue(first.with(more)).isNone()).isTrue();
  }

  @Test
  void theFirstSentenceSaysWhatItDoes() {
    DeclaredTree tree =
        edited(
            t ->
                t.replace("  unsigned int cons, ", "  volatile unsigned int cons, ")
                    .replace(" mb()", " x86_mfence()"));
    assertThat(
            tree.declared().patches().stream()
                .map(LocalPatch::summary)
                .collect(Collectors.joining("\n")))
        .isEqualTo("cons, prod of page are volatile.\nIn a.h, mb() becomes x86_mfence().");
  }

  @Test
  void lineEndsAndBytesComeThrough() {
    String header = HEADER.replace("cons;\n}", "cons; /* J\u00f6rg's */\n}").replace("\n", "\r\n");
    DeclaredTree tree =
        DeclaredTree.of(
            header,
            header
                .replace("  unsigned int size", "  volatile unsigned int size")
                .replace("struct leaf {\r\n", "#define \u00c3\u00bc\r\n"));
    assertThat(tree.residue(tree.declared()).isNone()).isTrue();
  }

  /** A patch's file is UTF-8, so that other bytes cannot be written into one. */
  @Test
  void whatIsNoTextIsLeftUndeclared() {
    DeclaredTree tree =
        edited(
            t ->
                t.replace("#endif", "#define \u00fc\n#endif")
                    .replace("  unsigned int size", "  volatile unsigned int size"));
    PatchSet declared = tree.declared();
    assertThat(declared.patches()).extracting(LocalPatch::id).containsExactly("a-volatile");
    assertThat(tree.residue(declared).hunks()).hasSize(1);
  }

  @Test
  void namesThatHaveNothingInCommonAreALine() {
    assertThat(only(edited(t -> t.replace("unsigned int size", "struct list head"))))
        .isInstanceOf(ReplaceLine.class);
  }

  @Test
  void editsThatShareANewNameAreOnePatch() {
    DeclaredTree tree =
        edited(
            t ->
                t.replace("struct page {", "#define SLOTS 4\n\nstruct page {")
                    .replace("char *text;", "char *text[SLOTS];"));
    assertThat(only(tree)).isInstanceOf(TextPatch.class);
  }

  @Test
  void fragmentsAreOnePatch() {
    DeclaredTree tree =
        edited(
            t ->
                t.replace("struct leaf {\n", "struct leaf {\n  struct {\n")
                    .replace("cons;\n};\n\n#define", "cons;\n  } in;\n};\n\n#define"));
    assertThat(only(tree)).isInstanceOf(TextPatch.class);
  }

  @Test
  void aHeaderThatTakesADiffIsDeclaredByItAlone() {
    DeclaredTree tree =
        edited(
            t ->
                t.replace("char *text;", "struct list head;")
                    .replace("  unsigned int cons;\n", ""));
    assertThat(only(tree)).isInstanceOf(TextPatch.class);
  }
}
