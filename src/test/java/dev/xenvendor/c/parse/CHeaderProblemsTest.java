package dev.xenvendor.c.parse;

import static dev.xenvendor.c.parse.Headers.definition;
import static dev.xenvendor.c.parse.Headers.read;
import static dev.xenvendor.c.parse.Headers.tree;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.tree.HeaderTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A header that cannot be read is a problem that names the place, never an exception. */
final class CHeaderProblemsTest {

  @Test
  void tellsWhereAHeaderIsNotC() {
    CHeader header = read("int first;\nstruct page { int n }}} ;\nint last;\n");
    assertThat(header.parses()).isFalse();
    assertThat(header.problems()).allMatch(problem -> problem.line() == 2);
    assertThat(header.problems().get(0)).asString().startsWith("page.h:2: ");
    assertThat(header.find("first")).isPresent();
  }

  @Test
  void tellsWhichIncludeAndDirectiveFailed() {
    CHeader header = read("#include \"gone.h\"\n#error not for you\nint n;\n");
    assertThat(header.problems())
        .extracting(CProblem::kind)
        .containsExactlyInAnyOrder(CProblem.Kind.INCLUDE, CProblem.Kind.DIRECTIVE);
    assertThat(header.parses()).isTrue();
    assertThat(header.find("n")).isPresent();
  }

  @Test
  void tellsThatAHeaderIsTooMuchForTheParser() {
    CHeader header = read("int n[" + "(".repeat(300) + "1" + ")".repeat(300) + "];\n");
    assertThat(header.refusal()).hasValue("brackets are nested more than 256 deep at line 1");
    assertThat(header.parses()).isFalse();
    assertThat(header.unread().map(CProblem::inHeader)).isEqualTo(header.refusal());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "struct [[gnu::packed]] page { int n; };                 | line 2: Syntax error",
        "_Noreturn void stop(void);                              | line 2: Syntax error",
        "'#if 0\n#elifdef __x86_64__\nint here;\n#endif'         | line 3: the C parser does not know #elifdef",
      })
  void tellsWhatIsLostOfAHeaderThatTheCompilerReads(String text, String lost) {
    CHeader header = read("int first;\n" + text.replace("\\n", "\n") + "\nint last;\n");
    assertThat(header.unread().map(CProblem::inHeader)).hasValue(lost);
    assertThat(header.refusal()).isEmpty();
    assertThat(header.find("last")).isPresent();
  }

  @Test
  void aCallOfAnUnknownMacroLosesNothing() {
    CHeader header = read("struct page { int n; };\nDECLARE_SAVE(PAGE, 2, struct page);\nint n;\n");
    assertThat(header.problems()).isNotEmpty();
    assertThat(header.unread()).isEmpty();
  }

  @Test
  void tellsThatThereIsNoSuchHeader() {
    CHeader header = read(tree("other.h", ""), CEnvironment.plain());
    assertThat(header.problems()).extracting(CProblem::kind).contains(CProblem.Kind.INCLUDE);
  }

  @Test
  @Timeout(20)
  void comesBackFromIncludesThatGoInACircle() {
    HeaderTree tree =
        tree("page.h", "#include \"b.h\"\nint page;\n", "b.h", "#include \"page.h\"\nint b;\n");
    assertThat(read(tree, CEnvironment.plain()).find("page")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "'\0\1\2 \377 ` @'",
    "'/* open'",
    "'\"open'",
    "'#define'",
    "'struct'",
    "'((((('",
    "'H((p)=1 n'",
    "'#define H(n) int n;\nH('"
  })
  void survivesAnything(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    for (CDefinition definition : read(text).definitions()) {
      assertThat(definition.place().range().end()).isLessThanOrEqualTo(bytes.length);
    }
  }
}
