package dev.xenvendor.c.parse;

import static dev.xenvendor.c.parse.Headers.definition;
import static dev.xenvendor.c.parse.Headers.field;
import static dev.xenvendor.c.parse.Headers.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CFieldTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          int f;                       | int            | none           | none
          volatile unsigned   int f;   | unsigned int   | volatile       | none
          unsigned volatile int f;     | unsigned int   | volatile       | none
          const volatile int f;        | int            | const,volatile | none
          volatile int *f;             | volatile int * | none           | none
          int *volatile f;             | int *          | volatile       | none
          struct far *const *f;        | struct far * const* | none      | none
          index_t f[SIZE][2];          | index_t        | none           | SIZE,2
          void (*f)(int, char *);      | void (*)(int, char*) | none    | none
          void (*volatile f)(int);     | void (*)(int)  | volatile       | none
          HANDLE(char) f;              | HANDLE(char)   | none           | none
          """)
  void readsATypeAsItIsWritten(String text, String type, String qualifiers, String dimensions) {
    CHeader header =
        read(
            "#define SIZE 4\n#define HANDLE(t) handle_##t\n"
                + "typedef int index_t; typedef int handle_char;\n"
                + ("struct page { " + text + " };\n"));
    assertThat(header.problems()).isEmpty();
    CField field = field(header, "struct page", "f");
    assertThat(field.type()).isEqualTo(type);
    assertThat(field.qualifiers()).containsExactlyInAnyOrder(words(qualifiers));
    assertThat(field.dimensions()).containsExactly(words(dimensions));
  }

  private static String[] words(@Nullable String list) {
    return list == null ? new String[0] : list.split(",");
  }

  @Test
  void readsBitFields() {
    List<CField> fields =
        definition(read("#define W 3\nstruct page { unsigned a:5, b:W, :0; };\n"), "struct page")
            .fields();
    assertThat(fields)
        .extracting(CField::name)
        .containsExactly(Optional.of("a"), Optional.of("b"), Optional.empty());
    assertThat(fields.get(0).bits()).contains("5");
    assertThat(fields.get(1).bits()).contains("W");
  }

  @Test
  void readsFlexibleArrays() {
    CHeader header =
        read("struct page { int n; int old[0]; };\nstruct leaf { int n; int f[]; };\n");
    assertThat(field(header, "struct page", "old").isFlexible()).isTrue();
    assertThat(field(header, "struct leaf", "f").isFlexible()).isTrue();
    assertThat(field(header, "struct leaf", "n").isFlexible()).isFalse();
  }

  @Test
  void goesIntoStructsWithoutAName() {
    List<CField> fields =
        definition(
                read("struct page { union { int a; struct { int b; } in; }; enum { X } e; };\n"),
                "struct page")
            .fields();
    assertThat(fields).hasSize(2);
    assertThat(fields.get(0).name()).isEmpty();
    assertThat(fields.get(0).members().get(1).members()).hasSize(1);
    assertThat(fields.get(1).type()).isEqualTo("enum");
  }
}
