package dev.xenvendor.c.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.tree.HeaderPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not well formed in a header, and what only looks so. */
final class HeaderStructureTest {

  /** Every text is one line, with {@code |} where a line ends. */
  private static List<String> faults(String text) {
    return structure(text).faults().stream()
        .map(
            fault ->
                fault.line()
                    + fault.earlier().map(line -> "/" + line).orElse("")
                    + " "
                    + fault.message())
        .toList();
  }

  private static HeaderStructure structure(String text) {
    return HeaderStructure.of(text.replace('|', '\n').getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "#ifdef A|int a;| > 1 #ifdef A is never closed",
        "#ifdef A|#else|int a;| > 1 #ifdef A is never closed",
        "int a;|#endif| > 2 #endif without #if",
        "#else| > 1 #else without #if",
        "#if 1|#else|#else|#endif| > 3 #else after #else",
        "struct a {|int b;| > 1 '{' is never closed",
        "int b;|};| > 2 '}' closes nothing",
        "int b(int c];| > 1 ']' does not close the '(' of line 1",
        "int a;|/* on and on| > 2 a comment is never closed",
        "/* one|int a;|/* two */| > 3 a comment begins within the comment of line 1",
        "one */|int a;| > 1 '*/' is outside a comment",
        "enum e {|A|B,|C };| > 3 there is no comma between A and B",
        "enum e {|A = 1|#ifdef X|B,|#endif|C };| > 4 there is no comma between 1 and B",
        "#define M(x) do { x| > 1 macro M has unbalanced brackets",
        "#ifdef A|struct a {|#else|struct b { {|#endif|};| "
            + "> 5 the branches that end here leave other brackets open",
      })
  void whatIsNeverClosedIsReported(String text, String fault) {
    assertThat(faults(text)).containsExactly(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "struct a { int b; };|struct a { int b; };| > 2/1 struct a is defined twice",
        "typedef struct a { int b; } a_t;|struct a { int c; };| > 2/1 struct a is defined twice",
        "struct o { union u { int a; } i; };|union u { int b; };| > 2/1 union u is defined twice",
        "struct a { int b; };|#ifdef X|struct a { int c; };|#endif| "
            + "> 3/1 struct a is defined twice",
        "#ifdef X|#define A 1|#endif|#if defined(X)|#define A 2|#endif| "
            + "> 5/2 macro A is defined twice",
        "#define A 1|#define A 1| > 2/1 macro A is defined twice",
        "enum { A, B };|enum { C, A = 3 };| > 2/1 enumerator A is defined twice",
        "struct a {|int b;|char *c, b[3];|};| > 3/2 member b of struct a is defined twice",
        "typedef int a_t;|typedef long a_t;| > 2/1 typedef a_t is defined twice",
        "static int f(void) { return 1; }|static int f(void) { return 2; }| "
            + "> 2/1 function f is defined twice",
        "DEFINE_GUEST_HANDLE(a_t);|DEFINE_GUEST_HANDLE(a_t);| "
            + "> 2/1 DEFINE_GUEST_HANDLE(a_t) is defined twice",
      })
  void aDoubleDefinitionIsReportedWithBothLines(String text, String fault) {
    assertThat(faults(text)).containsExactly(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Other branches, and conditions that may exclude each other.
        "#ifdef A|struct a { int b; };|#else|struct a { int c; };|#endif|",
        "#if V < 3|#define A 1|#elif V < 5|#define A 2|#endif|",
        "#ifdef A|#define M 1|#endif|#ifdef B|#define M 2|#endif|",
        "#ifdef A|#define M 1|#endif|#ifndef A|#define M 2|#endif|",
        "#if 0|struct a {|#endif|",
        "#ifndef A_H|#define A_H|struct a { int b; };|#endif|",
        "#define M 1|#ifndef M|#define M 2|#endif|",
        // Names that were free again, and declarations that may be repeated.
        "#define M 1|#undef M|#define M 2|",
        "struct a;|struct a { int b; };|struct a;|",
        "typedef struct a a_t;|typedef  struct  a  a_t; /* again */|",
        "enum e { A OLD, B|#ifdef X|, C|#endif|};",
        "int f(void);|int f(void);|extern int x;|extern int x;|",
        // Brackets that are meant so.
        "#ifdef __cplusplus|extern \"C\" {|#endif|struct a { int b; };|#ifdef"
            + " __cplusplus|}|#endif|",
        "#ifdef A|struct a {|#else|struct b {|#endif|int c;|};|",
        "struct a { int b; }|#ifdef P|__attribute__((packed));|#else|;|#endif|",
        "#define OPEN(x) do { x|#undef OPEN|const char *s = \"{(\"; char c = '{';|",
        "/* a { b ( */ int a; // } /* no|",
        // The same names where they do not meet.
        "struct a { int x; struct { int y; } b; };|struct c { int x; struct { int y; } b; };|",
        "struct a { int b; };|static inline int f(struct a *a) { struct a x = { 1 }; return x.b;"
            + " }|",
        "enum a { A = 1, B };|enum a f(enum a A);|struct s { enum a B; };|",
        "struct __attribute__((packed)) a { int b; };|struct a *f(void) { return 0; }|",
        "struct a { uint32_t b:3, c:4, :2, :3; void (*f)(int x); void (*g)(int x); };|",
      })
  void whatOnlyLooksSoIsLetBe(String text) {
    // The macro that opens on purpose is the one fault of its line.
    assertThat(faults(text)).filteredOn(fault -> !fault.contains("macro OPEN")).isEmpty();
  }

  @Test
  void aFaultThatAnotherVersionHasIsNotNew() {
    HeaderStructure before = structure("#define A 1|#define A 2|");
    HeaderStructure after = structure("|#define A 3|#define A 2|struct b { |");

    assertThat(after.faultsBeyond(List.of(before)))
        .extracting(StructureFault::message)
        .containsExactly("'{' is never closed");
  }

  @Test
  void aConditionalKnowsItsDirectives() {
    assertThat(structure("#if A|#elif  B|#ifdef C|#endif|#else|#endif|").conditionals())
        .containsExactly(
            new Conditional("#if A", List.of(1, 2, 5, 6)),
            new Conditional("#ifdef C", List.of(3, 4)));
  }

  @ParameterizedTest
  @CsvSource({
    "io/ring.h, true",
    "a.c, true",
    "COPYING, false",
    "Makefile, false",
    "xlat.lst, false",
    "platform.h.in, false"
  })
  void onlyFilesThatAreNamedSoAreC(String path, boolean expected) {
    assertThat(HeaderStructure.isC(new HeaderPath(path))).isEqualTo(expected);
  }
}
