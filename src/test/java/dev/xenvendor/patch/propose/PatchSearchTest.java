package dev.xenvendor.patch.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.patch.Anchor;
import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.DeclaredTree;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.IdentLine;
import dev.xenvendor.patch.InsertLines;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.QualifyFields;
import dev.xenvendor.patch.ReplaceLine;
import dev.xenvendor.patch.ReplaceTokens;
import dev.xenvendor.patch.StripTrailingWhitespace;
import dev.xenvendor.patch.TextPatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each edit is declared by the most specific kind that reproduces it. */
final class PatchSearchTest {

  private static final String HEADER =
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

  private static DeclaredTree edited(UnaryOperator<String> edit) {
    String edited = edit.apply(HEADER);
    assertThat(edited).isNotEqualTo(HEADER);
    return DeclaredTree.of(HEADER, edited);
  }

  /** The one change that declares it all. */
  private static Change only(DeclaredTree tree) {
    PatchSet declared = tree.declared();
    assertThat(declared.patches()).as("%s", declared).hasSize(1);
    assertThat(tree.residue(declared).isNone()).isTrue();
    return declared.patches().get(0).change();
  }

  private static FileSelection file() {
    return FileSelection.of("a.h");
  }

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
        .isEqualTo(new ReplaceTokens(file(), Map.of("mb()", "x86_mfence()")));
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

  /** Real trees are untidy; the merge makes them whole. */
  @Test
  void aHabitThatSomeHeadersLackIsDeclaredForAll() {
    Map<String, String> published = new LinkedHashMap<>();
    for (String name : List.of("a", "b", "c", "d", "e")) {
      published.put(name + ".h", HEADER.replace("A_H", name.toUpperCase(Locale.ROOT) + "_H"));
    }
    Map<String, String> local = new LinkedHashMap<>(published);
    local.replaceAll(
        (path, text) ->
            path.equals("c.h") ? text : "/* $BSD: " + path + ",v 1.2 2008/08/20 Exp $ */\n" + text);
    DeclaredTree tree = DeclaredTree.of(published, local);
    PatchSet declared = tree.declared();
    assertThat(declared.patches()).hasSize(1);
    assertThat(declared.patches().get(0).summary())
        .isEqualTo("Every header begins with /* $BSD$ */.");
    assertThat(tree.residue(declared).isNone()).isTrue();
  }

  @Test
  void habitsAndEditsOfOneTree() {
    Map<String, String> published = new LinkedHashMap<>();
    for (String name : List.of("a", "b", "c")) {
      published.put(name + ".h", HEADER.replace("A_H", name.toUpperCase(Locale.ROOT) + "_H"));
    }
    Map<String, String> local = new LinkedHashMap<>(published);
    local.replaceAll(
        (path, text) ->
            "/* $BSD$ */\n"
                + text.replaceAll("(?m)[ \t]+$", "")
                    .replaceFirst("(#define ._H\n)", "$1#include <ours.h>\n"));
    local.computeIfPresent(
        "b.h", (path, text) -> text.replace("char *text", "char *volatile text"));
    DeclaredTree tree = DeclaredTree.of(published, local);
    PatchSet declared = tree.declared();
    assertThat(declared.patches())
        .extracting(patch -> patch.change().kind().name())
        .containsExactlyInAnyOrder(
            "ident-line", "strip-trailing-whitespace", "insert-lines", "qualify-fields");
    assertThat(tree.residue(declared).isNone()).isTrue();
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

  /** As a sed over all headers makes them, comments too. */
  @Test
  void pairsThatHoldInEveryHeaderAreOneDeclaration() {
    Map<String, String> published =
        Map.of(
            "a.h", "uint32_t a; /* A uint32_t isn't long. */\nunsigned long b, c;\nint x;\n",
            "io/b.h", "void f(uint32_t, unsigned  long,\n\tuint32_t);\n",
            "c.h", "typedef uint32_t id_t;\n",
            "d.h", "/* Has no uint32_t. */\n");
    Map<String, String> local =
        published.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e ->
                        e.getValue()
                            .replace("uint32_t", "UINT32")
                            .replaceAll("unsigned +long", "ULONG_PTR")));
    DeclaredTree tree = DeclaredTree.of(published, local);
    Change change = only(tree);
    assertThat(change).isInstanceOf(ReplaceTokens.class);
    assertThat(((ReplaceTokens) change).files()).isEqualTo(FileSelection.ALL_HEADERS);
    assertThat(((ReplaceTokens) change).inComments()).isTrue();
    assertThat(((ReplaceTokens) change).tokens())
        .containsOnly(Map.entry("uint32_t", "UINT32"), Map.entry("unsigned long", "ULONG_PTR"));
  }

  /** A difference shows the block one line further down, where a blank line follows the guard. */
  @Test
  void linesAfterTheGuardsOfSeveralHeadersAreOneDeclaration() {
    Map<String, String> published =
        Map.of(
            "a.h", "#ifndef A\n#define A\n\n#include \"x.h\"\n\n#endif\n",
            "b.h", "#ifndef B\n#define B\n\nint b;\n#endif\n",
            "c.h", "#ifndef C\n#define C\n\nint c;\n#endif\n");
    Map<String, String> local =
        published.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e ->
                        e.getValue()
                            .replaceFirst(
                                "(#define .*)\n", "$1\n\nLICENCE ( MIT );\nSECURE ( YES );\n")));
    assertThat(only(DeclaredTree.of(published, local)))
        .isEqualTo(
            new InsertLines(
                FileSelection.ALL_HEADERS,
                Anchor.AFTER_INCLUDE_GUARD,
                List.of("", "LICENCE ( MIT );", "SECURE ( YES );")));
  }

  @Test
  void otherLinesAfterSomeGuardsAreASeparateDeclaration() {
    Map<String, String> published =
        IntStream.range(0, 5)
            .boxed()
            .collect(
                Collectors.toMap(i -> i + ".h", i -> "#ifndef A\n#define A\n\nint a;\n#endif\n"));
    Map<String, String> local =
        published.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e ->
                        e.getValue()
                            .replace(
                                "A\n\n",
                                e.getKey().compareTo("3") < 0
                                    ? "A\n\nLICENCE ( MIT );\nSECURE ( YES );\n\n"
                                    : "A\n\nLICENCE ( MIT );\n\n")));
    DeclaredTree tree = DeclaredTree.of(published, local);
    PatchSet declared = tree.declared();
    assertThat(declared.patches())
        .extracting(patch -> ((InsertLines) patch.change()).files().patterns())
        .containsExactly(List.of("0.h", "1.h", "2.h"), List.of("3.h", "4.h"));
    assertThat(tree.residue(declared).isNone()).isTrue();
  }

  /** The tree's own files may say what was replaced, and may use it. */
  @Test
  void filesOfTheTreesOwnDoNotHideAPairThatHoldsInEveryHeader() {
    Map<String, String> published = Map.of("a.h", "uint32_t a;\n", "b.h", "uint32_t b;\n");
    Map<String, String> local =
        Map.of(
            "a.h", "UINT32 a;\n",
            "b.h", "UINT32 b;\n",
            "own.h", "uint32_t own;\n",
            "README", "s/uint32_t/UINT32/\n");
    DeclaredTree tree = DeclaredTree.of(published, local);
    PatchSet declared = tree.declared();
    assertThat(declared.patches().get(0).change())
        .isEqualTo(
            new ReplaceTokens(
                new FileSelection(List.of("**/*.h", "!own.h")), Map.of("uint32_t", "UINT32")));
    assertThat(declared.patches())
        .extracting(patch -> patch.change().kind().name())
        .containsExactly("replace-tokens", "add-file", "add-file");
    assertThat(tree.residue(declared).isNone()).isTrue();
  }

  @Test
  void pairsThatLeaveCommentsAloneSayNothingOfThem() {
    Map<String, String> published =
        Map.of("a.h", "uint32_t a; /* A uint32_t. */\n", "b.h", "uint32_t b;\n");
    Map<String, String> local =
        Map.of("a.h", "UINT32 a; /* A uint32_t. */\n", "b.h", "UINT32 b;\n");
    assertThat(only(DeclaredTree.of(published, local)))
        .isEqualTo(
            new ReplaceTokens(FileSelection.ALL_HEADERS, Map.of("uint32_t", "UINT32"), false));
  }

  @Test
  void aPairThatDoesNotHoldInOneHeaderIsDeclaredForTheOthers() {
    Map<String, String> published = Map.of("a.h", "uint32_t a, a2;\n", "b.h", "uint32_t b;\n");
    Map<String, String> local = Map.of("a.h", "UINT32 a, a2;\n", "b.h", "uint32_t b;\n");
    assertThat(only(DeclaredTree.of(published, local)))
        .isEqualTo(new ReplaceTokens(file(), Map.of("uint32_t", "UINT32")));
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

  @Test
  void wordsReplacedInCommentsOnlyAreOneDeclarationToo() {
    Map<String, String> published =
        Map.of("a.h", "/* A domain id. */\n", "b.h", "/* No domain. */\n", "c.h", "int a;\n");
    Map<String, String> local =
        Map.of("a.h", "/* A domain_t id. */\n", "b.h", "/* No domain_t. */\n", "c.h", "int a;\n");
    assertThat(only(DeclaredTree.of(published, local)))
        .isEqualTo(
            new ReplaceTokens(FileSelection.ALL_HEADERS, Map.of("domain", "domain_t"), true));
  }

  @Test
  void aPairThatHoldsInSomeHeadersIsOneDeclarationForThem() {
    Map<String, String> published =
        Map.of("a.h", "long a;\n", "b.h", "long b;\n", "c.h", "long c;\n", "d.h", "int d;\n");
    Map<String, String> local =
        Map.of("a.h", "LONG a;\n", "b.h", "long b;\n", "c.h", "LONG c;\n", "d.h", "int d;\n");
    assertThat(only(DeclaredTree.of(published, local)))
        .isEqualTo(
            new ReplaceTokens(new FileSelection(List.of("a.h", "c.h")), Map.of("long", "LONG")));
  }
}
