package dev.xenvendor.patch.propose;

import static dev.xenvendor.patch.propose.PageHeader.HEADER;
import static dev.xenvendor.patch.propose.PageHeader.file;
import static dev.xenvendor.patch.propose.PageHeader.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.patch.Anchor;
import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.DeclaredTree;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.edit.InsertLines;
import dev.xenvendor.patch.edit.ReplaceTokens;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An edit that several headers share is declared once for all of them. */
final class TreeWideSearchTest {

  /** Returns the headers, each with its text edited; the edit gets path and text. */
  private static Map<String, String> edited(
      Map<String, String> headers, BinaryOperator<String> edit) {
    Map<String, String> edited = new HashMap<>();
    headers.forEach((path, text) -> edited.put(path, edit.apply(path, text)));
    return edited;
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
        edited(
            published,
            (path, text) ->
                text.replace("uint32_t", "UINT32").replaceAll("unsigned +long", "ULONG_PTR"));
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
        edited(
            published,
            (path, text) ->
                text.replaceFirst("(#define .*)\n", "$1\n\nLICENCE ( MIT );\nSECURE ( YES );\n"));
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
        edited(
            published,
            (path, text) ->
                text.replace(
                    "A\n\n",
                    path.compareTo("3") < 0
                        ? "A\n\nLICENCE ( MIT );\nSECURE ( YES );\n\n"
                        : "A\n\nLICENCE ( MIT );\n\n"));
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
                new FileSelection(List.of("**/*.h", "!own.h")),
                Map.of("uint32_t", "UINT32"),
                false));
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
        .isEqualTo(new ReplaceTokens(file(), Map.of("uint32_t", "UINT32"), false));
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
            new ReplaceTokens(
                new FileSelection(List.of("a.h", "c.h")), Map.of("long", "LONG"), false));
  }
}
