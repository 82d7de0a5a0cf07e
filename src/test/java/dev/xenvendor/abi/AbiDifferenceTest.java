package dev.xenvendor.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.xenvendor.c.compiler.SystemCompiler;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.HeaderView;
import dev.xenvendor.c.parse.Target;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class AbiDifferenceTest {

  private static final SystemCompiler NONE = new SystemCompiler(Optional.empty(), "no compiler");

  /**
   * @param pathsAndTexts a path, its text, a path, its text, …
   */
  private static HeaderTree tree(String... pathsAndTexts) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      byte[] bytes = pathsAndTexts[i + 1].getBytes(StandardCharsets.ISO_8859_1);
      files.put(HeaderPath.of(pathsAndTexts[i]), HeaderFile.regular(bytes));
    }
    return HeaderTree.of(files);
  }

  private static TreeAbi read(SystemCompiler compiler, HeaderTree tree) {
    return new AbiReader(compiler).in(CEnvironment.plain()).read(tree);
  }

  private static TreeAbi read(HeaderTree tree) {
    SystemCompiler compiler = SystemCompiler.find(System.getenv());
    assumeThat(compiler.compiler()).as("a C compiler").isPresent();
    return read(compiler, tree);
  }

  private static List<NameChange> changes(HeaderTree before, HeaderTree after) {
    AbiDifference difference = AbiDifference.between(read(before), read(after));
    assertThat(difference.unmeasured()).isEmpty();
    assertThat(difference.notCompared()).isEmpty();
    return difference.changes();
  }

  private static List<NameChange> changes(String before, String after) {
    return changes(tree("page.h", before), tree("page.h", after));
  }

  private static NameChange change(String before, String after) {
    List<NameChange> changes = changes(before, after);
    assertThat(changes).hasSize(1);
    return changes.get(0);
  }

  /** A detail on one line, with its targets where it does not hold on both. */
  private static String shown(ChangeDetail detail) {
    List<Target> targets = detail.views().stream().map(HeaderView::target).distinct().toList();
    return detail.what().word()
        + (detail.field().isEmpty() ? "" : " " + detail.field())
        + ": "
        + detail.before().orElse("-")
        + " to "
        + detail.after().orElse("-")
        + (targets.size() == 1 ? " on " + targets.get(0).word() : "");
  }

  private static List<String> details(NameChange change) {
    return change.details().stream().map(AbiDifferenceTest::shown).toList();
  }

  @Test
  void saysWhatItComparedInPart() {
    String text = "struct [[gnu::packed]] page { int n; };\nint after;\n";
    AbiDifference difference =
        AbiDifference.between(
            read(tree("page.h", text, "ring.h", "struct ring { int n; };\n")),
            read(
                tree(
                    "page.h",
                    text.replace("int n", "long n"),
                    "ring.h",
                    "struct ring { int n; };\n")));
    assertThat(difference.changes()).isEmpty();
    assertThat(difference.notCompared()).isEmpty();
    assertThat(difference.comparedInPart())
        .containsOnly(entry(HeaderPath.of("page.h"), "line 1: Syntax error"));
  }

  @Test
  void seesNoDifferenceWhereOnlyCommentsAndBlanksDiffer() {
    assertThat(
            changes(
                "struct page { int n; };\n#define PAGES 4\n",
                "/* A page. */ struct page {\n  int n; };\n#define PAGES   4\n"))
        .isEmpty();
  }

  @Test
  void tellsWhatHappenedToFields() {
    NameChange change =
        change(
            "struct page { int a; long b; char gone; short old; };\n",
            "struct page { long more; int a; unsigned long b; short new; };\n");
    assertThat(change.name()).hasToString("struct page");
    assertThat(change.isOwn()).isTrue();
    assertThat(details(change))
        .contains(
            "size: 24 to 32 on x86_64",
            "size: 12 to 16 on i386",
            "field-added more: - to long at 0",
            "field-removed gone: char at 16 to - on x86_64",
            "offset a: 0 to 8 on x86_64",
            "type b: long to unsigned long");
  }

  @Test
  void tellsAFieldThatOnlyHasAnotherName() {
    assertThat(details(change("struct page { int old; };\n", "struct page { int new; };\n")))
        .containsExactly("field-renamed new: old to new");
  }

  @Test
  void noticesABitFieldThatMoves() {
    assertThat(
            details(
                change(
                    "struct flags { unsigned a : 3, b : 5, c : 20; };\n",
                    "struct flags { unsigned b : 5, a : 3, c : 20; };\n")))
        .containsExactly("offset a: 0.0 to 0.5", "offset b: 0.3 to 0.0");
  }

  @Test
  void seesWhatATypeIsThoughItsLayoutStays() {
    assertThat(details(change("struct p { int n; };\n", "struct p { volatile int n; };\n")))
        .containsExactly("type n: int to volatile int");
  }

  @Test
  void comparesConstantsByValue() {
    assertThat(changes("#define TEN 10\n", "#define TWO 2\n#define TEN (5*TWO)\n"))
        .extracting(change -> change.name().text())
        .containsExactly("TWO");
    assertThat(details(change("#define NUMBER 3\n", "#define NUMBER 5\n")))
        .containsExactly("value: 3 to 5");
    assertThat(details(change("enum e { A, B };\n", "enum e { A = -1, B = 1 };\n")))
        .containsExactly("value: 0 to -1");
    assertThat(details(change("#define ALL (~0ULL)\n", "#define ALL (~0U)\n")))
        .containsExactly("value: 18446744073709551615 to 4294967295");
  }

  @Test
  void comparesOtherMacrosByText() {
    assertThat(details(change("#define NAME \"a\"\n", "#define NAME \"b\"\n")))
        .containsExactly("text: \"a\" to \"b\"");
    assertThat(changes("#define F(x)  ((x)+1)\n", "#define F(x) /* */ ((x)+1)\n")).isEmpty();
    assertThat(details(change("#define F(x) ((x)+1)\n", "#define F(x) ((x)+2)\n")))
        .containsExactly("text: (x) ((x)+1) to (x) ((x)+2)");
  }

  @Test
  void asksOnAfterAMacroThatIsNoConstantThoughItLooksLikeOne() {
    String odd = "extern int n;\n#define ODD (&n + 1)\n#define WORSE (1 + struct page)\n";
    List<NameChange> changes = changes(odd + "#define GOOD 1\n", odd + "#define GOOD 2\n");
    assertThat(changes).extracting(change -> change.name().text()).containsExactly("GOOD");
  }

  @Test
  void namesTheIncludeThatMadeTheChange() {
    String outer = "#include \"inner.h\"\nstruct outer { inner_t inner; };\n";
    String inner =
        "#ifndef INNER_H\n#define INNER_H\ntypedef struct inner { %s; } inner_t;\n#endif\n";
    List<NameChange> changes =
        changes(
            tree("inner.h", String.format(inner, "int n"), "outer.h", outer),
            tree("inner.h", String.format(inner, "int n[2]"), "outer.h", outer));
    assertThat(changes)
        .extracting(change -> change.name().toString())
        .containsExactly("struct inner", "struct outer");
    NameChange through = changes.get(1);
    assertThat(through.isOwn()).isFalse();
    assertThat(through.through()).containsExactly(new AbiName(AbiName.Kind.STRUCT, "inner"));
    assertThat(through.entry().file()).isEqualTo(HeaderPath.of("outer.h"));
  }

  @Test
  void tellsTheViewsInWhichANameIsNew() {
    NameChange change =
        change("\n", "#if defined(__XEN_TOOLS__) && defined(__i386__)\n#define X 1\n#endif\n");
    assertThat(change.kind()).isEqualTo(NameChange.Kind.ADDED);
    assertThat(change.views()).containsExactly(HeaderView.ofTools(Target.I386));
    assertThat(change.entry().line()).isEqualTo(2);
  }

  @Test
  void leavesOutGuardsHandlesAndWhatIsUndefinedAgain() {
    String text =
        """
        #ifndef PAGE_H
        #define PAGE_H
        #define HELPER 1
        #undef HELPER
        typedef struct { int *p; } __guest_handle_int;
        #define KEPT
        #endif
        """;
    assertThat(read(tree("page.h", text)).views().values())
        .allSatisfy(
            view ->
                assertThat(view.entries().keySet())
                    .extracting(AbiName::text)
                    .containsExactly("KEPT"));
  }

  @Test
  void doesNotCompareWhatDoesNotCompile() {
    HeaderTree before = tree("bad.h", "struct bad { gone_t n; };\n", "page.h", "int n;\n");
    HeaderTree after = tree("bad.h", "struct bad { int n; };\n", "page.h", "int n;\n");
    AbiDifference difference = AbiDifference.between(read(before), read(after));
    assertThat(difference.changes()).isEmpty();
    assertThat(difference.notCompared()).containsOnlyKeys(HeaderPath.of("bad.h"));
    assertThat(difference.notCompared().get(HeaderPath.of("bad.h"))).contains("bad.h:1", "gone_t");
  }

  @Test
  void readsHeadersThatDoNotGoTogether() {
    HeaderTree both = tree("a.h", "struct a { int n; };\n", "b.h", "struct a { long n; };\n");
    assertThat(read(both).neverCompile()).isEmpty();
  }

  @Test
  void hasNamesAndTextsWithoutACompiler() {
    TreeAbi before = read(NONE, tree("page.h", "struct page { int n; };\n#define N 1\n"));
    TreeAbi after = read(NONE, tree("page.h", "struct page { long n; };\n#define N 2\n"));
    AbiDifference difference = AbiDifference.between(before, after);
    assertThat(difference.unmeasured()).contains("no compiler");
    assertThat(difference.changes())
        .flatExtracting(AbiDifferenceTest::details)
        .containsExactly("type n: int to long", "text: 1 to 2");
  }
}
