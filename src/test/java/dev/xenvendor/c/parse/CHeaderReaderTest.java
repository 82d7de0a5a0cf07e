package dev.xenvendor.c.parse;

import static dev.xenvendor.c.parse.Headers.PAGE;
import static dev.xenvendor.c.parse.Headers.cut;
import static dev.xenvendor.c.parse.Headers.definition;
import static dev.xenvendor.c.parse.Headers.read;
import static dev.xenvendor.c.parse.Headers.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.c.include.IncludeRoot;
import dev.xenvendor.c.parse.CDefinition.Enumeration;
import dev.xenvendor.c.parse.CDefinition.Enumerator;
import dev.xenvendor.c.parse.CDefinition.Kind;
import dev.xenvendor.c.parse.CDefinition.Macro;
import dev.xenvendor.c.parse.CDefinition.MacroUse;
import dev.xenvendor.c.parse.CDefinition.Typedef;
import dev.xenvendor.c.parse.Place.Origin;
import dev.xenvendor.c.token.ByteRange;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CHeaderReaderTest {

  private static final String PAIRS =
      """
      #define DEFINE_PAIR(name, type) \\
      struct name##_pair { type first; type second[2]; }; \\
      typedef struct name##_pair name##_pair_t
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          struct page { int n; };       | STRUCT   | struct page
          union page { int n; };        | UNION    | union page
          enum colour { RED, BLUE };    | ENUM     | enum colour
          enum { RED, BLUE };           | ENUM     | enum
          typedef unsigned int index_t; | TYPEDEF  | index_t
          typedef int (*hook_t)(int x); | TYPEDEF  | hook_t
          #define PAGES 4               | MACRO    | PAGES
          extern int pages;             | VARIABLE | pages
          static int pages[] = { 1 };   | VARIABLE | pages
          int pages(void);              | FUNCTION | pages
          struct page;                  | FORWARD  | struct page
          """)
  void tellsWhatAHeaderDefines(String text, Kind kind, String spelling) {
    CHeader header = read("\n" + text + "\nint last;\n");
    CDefinition definition = header.definitions().get(0);
    assertThat(header.problems()).isEmpty();
    assertThat(definition.kind()).isEqualTo(kind);
    assertThat(definition.spelling()).isEqualTo(spelling);
    assertThat(definition.place().range()).isEqualTo(new ByteRange(1, 1 + text.length()));
    assertThat(definition.place().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "struct page { int n; } __packed;",
        "struct page { int n; } PACKED;",
        "struct page { int n; } packed, aligned;"
      })
  void aBareNameAfterABraceIsAnUndefinedAttribute(String text) {
    assertThat(read(text + "\nint last;\n").definitions())
        .extracting(CDefinition::spelling)
        .containsExactly("struct page", "last");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static struct page { int n; } pages;",
        "struct page { int n; } *pages;",
        "struct page { int n; } pages[2];",
        "struct page { int n; } pages = { 1 };"
      })
  void aVariableAfterABraceIsDefined(String text) {
    assertThat(read(text).definitions())
        .extracting(CDefinition::spelling)
        .containsExactly("struct page", "pages");
  }

  @Test
  void findsAnInlineFunctionWithItsBody() {
    String text = "static inline int twice(int n)\n{\n  return n + n;\n}\nint last;\n";
    CDefinition twice = definition(read(text), "twice");
    assertThat(twice.kind()).isEqualTo(Kind.FUNCTION);
    assertThat(cut(text, twice.place().range())).endsWith("}");
  }

  @Test
  void givesOneDefinitionForEachNameOfADeclaration() {
    CHeader header = read("typedef struct page { int n; } page_t, *page_p;\n");
    assertThat(header.definitions())
        .extracting(CDefinition::spelling)
        .containsExactly("struct page", "page_t", "page_p");
    assertThat(header.definitions())
        .extracting(CDefinition::place)
        .containsOnly(header.definitions().get(0).place());
    assertThat(((Typedef) definition(header, "page_t")).alias()).contains(CName.tag("page"));
    assertThat(((Typedef) definition(header, "page_p")).alias()).isEmpty();
    assertThat(((Typedef) definition(header, "page_p")).type()).isEqualTo("struct page *");
  }

  @Test
  void givesATypedefTheFieldsOfAStructWithoutAName() {
    assertThat(definition(read("typedef struct { int n, m; } page_t;\n"), "page_t").fields())
        .extracting(CField::name)
        .containsExactly(Optional.of("n"), Optional.of("m"));
  }

  @Test
  void listsEnumeratorsWithTheirValues() {
    CDefinition colour =
        read("#define TWO 2\nenum colour { RED = TWO, BLUE };\n").definitions().get(1);
    assertThat(((Enumeration) colour).enumerators())
        .containsExactly(
            new Enumerator("RED", Optional.of("TWO")), new Enumerator("BLUE", Optional.empty()));
    assertThat(colour.defines()).contains(CName.tag("colour"), CName.ordinary("BLUE"));
    assertThat(colour.uses()).contains(CName.macro("TWO"));
  }

  @Test
  void tellsWhatADefinitionUses() {
    CHeader header =
        read(
            """
            #define COUNT 4
            typedef int index_t;
            struct other { int n; };
            struct page { index_t i[COUNT]; struct other other; struct far *far; };
            """);
    assertThat(definition(header, "struct page").uses())
        .containsExactlyInAnyOrder(
            CName.ordinary("index_t"), CName.tag("other"), CName.macro("COUNT"));
  }

  @Test
  void readsMacrosWithAndWithoutParameters() {
    CHeader header =
        read("#define PLAIN\n#define SUM(a, b) \\\n  ((a) /* and */ + (b) + OFFSET)\n");
    Macro plain = (Macro) definition(header, "PLAIN");
    Macro sum = (Macro) definition(header, "SUM");
    assertThat(plain.parameters()).isEmpty();
    assertThat(plain.body()).isEmpty();
    assertThat(sum.parameters()).contains(List.of("a", "b"));
    assertThat(sum.uses()).containsExactly(CName.ordinary("OFFSET"));
    assertThat(sum.place().line()).isEqualTo(2);
  }

  @Test
  void seesWhatAMacroMakes() {
    String text = PAIRS + "/* Pairs of pages. */\nDEFINE_PAIR(page, struct page *);\nint last;\n";
    MacroUse use = (MacroUse) read(text).definitions().get(1);
    assertThat(use.spelling()).isEqualTo("DEFINE_PAIR(page, struct page *)");
    assertThat(cut(text, use.place().withComments()))
        .isEqualTo("/* Pairs of pages. */\nDEFINE_PAIR(page, struct page *);");
    assertThat(use.defines())
        .containsExactly(CName.tag("page_pair"), CName.ordinary("page_pair_t"));
    assertThat(use.uses()).containsExactly(CName.macro("DEFINE_PAIR"));
    assertThat(use.made()).extracting(made -> made.place().origin()).containsOnly(Origin.GENERATED);
    CField second = use.made().get(0).fields().get(1);
    assertThat(second.type()).isEqualTo("struct page *");
    assertThat(second.dimensions()).containsExactly("2");
    assertThat(second.isWritten()).isFalse();
  }

  @Test
  void findsWhatAMacroMadeByItsName() {
    CHeader header = read(PAIRS + "DEFINE_PAIR(page, int);\n");
    assertThat(header.find("struct page_pair")).isPresent();
    assertThat(header.find("DEFINE_PAIR(page, int)")).isPresent();
  }

  @Test
  void keepsAMacroThatMakesNothing() {
    CHeader header = read("#define HANDLE(name)\nHANDLE(page);\nint last;\n");
    assertThat(header.definitions().get(1)).isInstanceOf(MacroUse.class);
    assertThat(header.definitions().get(1).defines()).isEmpty();
  }

  @Test
  void keepsAMacroThatNothingDefines() {
    String text = "struct a { int n; };\nDEFINE_PAIR(page, struct a, struct a);\nint last;\n";
    CHeader header = read(text);
    CDefinition use = definition(header, "DEFINE_PAIR(page, struct a, struct a)");
    assertThat(cut(text, use.place().range())).isEqualTo("DEFINE_PAIR(page, struct a, struct a);");
    assertThat(header.find("last")).isPresent();
  }

  @Test
  void followsIncludesAndThePrelude() {
    HeaderTree tree =
        tree(
            "page.h",
                """
                #include "io/ring.h"
                #include <xen/types.h>
                struct page { idx_t i; t_t t; };
                """,
            "io/ring.h", "#include \"../base.h\"\ntypedef base_t idx_t;\n",
            "base.h", "typedef unsigned base_t;\n",
            "pub/types.h", "typedef PRELUDE t_t;\n");
    CEnvironment environment =
        CEnvironment.plain()
            .withPrelude("#define PRELUDE long\n")
            .withRoots(List.of(IncludeRoot.named("xen", Optional.of(HeaderPath.of("pub")))));
    CHeader header = read(tree, environment);
    assertThat(header.problems()).isEmpty();
    assertThat(header.definitions())
        .extracting(CDefinition::spelling)
        .containsExactly("struct page");
  }

  @Test
  void readsManyHeadersAtOnce() {
    HeaderTree tree = tree("a.h", "typedef int a_t;\n", "b.h", "struct b { a_t a; };\n");
    var read =
        new CHeaderReader(tree, CEnvironment.plain(), Target.I386).readTogether(tree.paths());
    assertThat(read.keySet()).containsExactlyElementsOf(tree.paths());
    assertThat(read.values()).allMatch(CHeader::parses);
  }

  @Test
  void seesOnlyWhatTheTargetSees() {
    HeaderTree tree = tree("page.h", "#ifdef __i386__\nint small;\n#else\nint large;\n#endif\n");
    CHeader i386 = new CHeaderReader(tree, CEnvironment.plain(), Target.I386).read(PAGE);
    assertThat(i386.find("small")).isPresent();
    assertThat(i386.find("large")).isEmpty();
  }

  @Test
  void mergesWhatGuestsAndToolsSeeOnAllTargets() {
    HeaderTree tree =
        tree(
            "page.h",
            """
            #ifdef __XEN_TOOLS__
            int tools;
            #endif
            struct page {
              int both;
            #ifdef __x86_64__
              int large;
            #endif
            };
            """);
    CHeader header = CHeaderReader.readAllViews(tree, PAGE, CEnvironment.plain());
    assertThat(header.definitions())
        .extracting(CDefinition::spelling)
        .containsExactly("tools", "struct page");
    assertThat(definition(header, "struct page").fields())
        .extracting(CField::name)
        .containsExactly(Optional.of("both"), Optional.of("large"));
  }
}
