package dev.xenvendor.c.parse;

import static dev.xenvendor.c.parse.Headers.cut;
import static dev.xenvendor.c.parse.Headers.definition;
import static dev.xenvendor.c.parse.Headers.field;
import static dev.xenvendor.c.parse.Headers.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CHeaderPlacesTest {

  private static String withComments(String text) {
    return cut(text, definition(read(text), "struct page").place().withComments());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/* A page. */\nstruct page { int n; };",
        "/*\n * A page,\n * written large.\n */\nstruct page { int n; };",
        "// A page,\n// twice.\nstruct page { int n; };",
        "struct page { int n; }; /* a page */",
        "/* A page. */\nstruct page { int n; } __attribute__((packed)); // packed",
        "/* A page. */\r\nstruct page {\r\n  int n;\r\n};",
      })
  void takesTheCommentThatBelongsToADefinition(String wanted) {
    assertThat(withComments("int before;\n" + wanted + "\nint last;\n")).isEqualTo(wanted);
    assertThat(withComments("int before;\r\n\r\n" + wanted + "\r\nint last;")).isEqualTo(wanted);
    assertThat(withComments(wanted)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/* Of its own. */\n\n",
        "int before; /* of before */\n",
        "#ifndef X /* of the condition */\n#endif /* X */\n",
      })
  void leavesTheCommentThatBelongsToSomethingElse(String before) {
    assertThat(withComments(before + "struct page { int n; };\n"))
        .isEqualTo("struct page { int n; };");
  }

  @Test
  void keepsATrailingCommentFromTheNextDefinition() {
    String text = "struct page { int n; }; /* one */ int other;\n";
    assertThat(withComments(text)).isEqualTo("struct page { int n; };");
  }

  @Test
  void countsBytesAndNotCharacters() {
    String text = "/* \u00e9\u00df\u00a9 */\n/* J\u00fcrgen's page */\nstruct page { int n; };";
    assertThat(withComments(text)).isEqualTo("/* J\u00fcrgen's page */\nstruct page { int n; };");
  }

  @Test
  void findsDefinitionsInsideDefinitions() {
    String text = "struct page { struct inner { int n; } inner; };\n";
    CDefinition inner = definition(read(text), "struct inner");
    assertThat(inner.place().origin()).isEqualTo(Place.Origin.NESTED);
    assertThat(cut(text, inner.place().range())).isEqualTo("struct inner { int n; } inner;");
  }

  @Test
  void tellsWhereAFieldIsDeclared() {
    String text = "struct page {\r\n\tunsigned  long a, *b; /* c */\r\n\tchar d[4];\r\n};\r\n";
    CField b = field(read(text), "struct page", "b");
    assertThat(cut(text, b.declaration())).isEqualTo("unsigned  long a, *b;");
    assertThat(cut(text, b.specifiers())).isEqualTo("unsigned  long");
    assertThat(text.substring(b.qualifierAt())).startsWith("b;");
    assertThat(b.siblings()).containsExactly("a");
    CField a = field(read(text), "struct page", "a");
    assertThat(text.substring(a.qualifierAt())).startsWith("unsigned  long a");
  }

  @Test
  void doesNotTellWhereAMacroDeclaredAField() {
    String text =
        "#define REGS(n) union { long r##n; int e##n; }\nstruct page { REGS(ax); int m; };\n";
    CField registers = definition(read(text), "struct page").fields().get(0);
    assertThat(registers.name()).isEmpty();
    assertThat(registers.isWritten()).isFalse();
    assertThat(cut(text, registers.declaration())).isEqualTo("REGS(ax);");
    assertThat(registers.members()).hasSize(2);
    assertThat(field(read(text), "struct page", "m").isWritten()).isTrue();
  }
}
