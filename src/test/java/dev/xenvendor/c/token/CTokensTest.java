package dev.xenvendor.c.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.c.token.CToken.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CTokensTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "int x_1 = 0x1fUL; | int x_1 = 0x1fUL ;",
        "a+++b | a ++ + b",
        "x<<=1>>y->z...## | x <<= 1 >> y -> z ... ##",
        "1.5e+3f .5 1..2 0x1p-3 1e | 1.5e+3f .5 1..2 0x1p-3 1e",
        "f(\"a \\\" b\",'\\'') | f ( \"a \\\" b\" , '\\'' )",
        "L\"wide\" u8\"x\" L'c' R\"x\" | L\"wide\" u8\"x\" L'c' R \"x\"",
        "a /* b \" */ c // d ' e | a c",
        "\"/* no comment */\" '//' | \"/* no comment */\" '//'",
        "/* \" */ x /**/ y | x y",
        "/*/ x */ y | y",
        "a$b \u00e9t\u00e9 _c | a$b \u00e9t\u00e9 _c",
        "a @ b ` c | a @ b ` c",
        "x / y | x / y",
      })
  void aTextIsCutIntoTheTokensThatTheCompilerSees(String text, String tokens) {
    assertThat(significant(text)).isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "#include <a/b.h>    | # include <a/b.h>",
        "# include \"a.h\"   | # include \"a.h\"",
        "#include_next <a.h> | # include_next <a.h>",
        "#if a <b> c         | # if a < b > c",
        "#include A(<b>)     | # include A ( < b > )",
        "include <a.h>       | include < a . h >",
        "a #include <b.h>    | a # include < b . h >",
      })
  void onlyAnIncludeDirectiveNamesAHeader(String text, String tokens) {
    assertThat(significant(text)).isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "in\\Nt x;            | int x ;",
        "in\\ \tNt x;         | int x ;",
        "in\\RNt x;           | int x ;",
        "a +\\N+ b            | a ++ b",
        "/\\N/ a \\N b Nc     | c",
        "/\\N* a *\\N/ b      | b",
        "\"a\\Nb\" c          | \"ab\" c",
        "a \\\\ N b           | a \\ b",
      })
  void aLineThatEndsInABackslashGoesOnBelowEvenWithinAToken(String text, String tokens) {
    CTokens code = CTokens.of(text.replace("R", "\r").replace("N", "\n"));
    assertThat(
            IntStream.range(0, code.size())
                .filter(token -> code.kind(token).isSignificant())
                .mapToObj(code::spelling)
                .collect(Collectors.joining(" ")))
        .isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "\"openN'x     | STRING",
        "'open         | CHARACTER",
        "/* open       | BLOCK_COMMENT",
        "// open       | LINE_COMMENT",
      })
  void whatIsNotClosedEndsWithTheLineOrTheText(String text, Kind kind) {
    CTokens code = CTokens.of(text.replace("N", "\n"));
    assertThat(code.kind(0)).isEqualTo(kind);
    assertThat(code.stream().map(CToken::text).collect(Collectors.joining()))
        .isEqualTo(text.replace("N", "\n"));
  }

  /** The text may be anything: torn, binary, in no language. */
  @Test
  void theTokensPutTogetherAreTheTextAgain() {
    String pieces = "/*\\\n\"'#<>a1.*/ \t\r\u00e9\0+-=(){}L";
    Random random = new Random(7);
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(pieces.charAt(random.nextInt(pieces.length())));
      }
      CTokens code = CTokens.of(text.toString());
      assertThat(code.stream().map(CToken::text).collect(Collectors.joining()))
          .as("round %d", round)
          .isEqualTo(text.toString());
      int end = 0;
      for (CToken token : code) {
        assertThat(token.range().start()).as("round %d", round).isEqualTo(end);
        assertThat(token.range().length()).as("round %d", round).isPositive();
        end = token.range().end();
      }
    }
  }

  @Test
  void everyByteBelongsToTheTokenThatIsFoundAtIt() {
    CTokens code = CTokens.of("int a; /* b */\n#define c \\\n d\n");
    for (int offset = 0; offset < code.end(code.size() - 1); offset++) {
      assertThat(code.range(code.at(offset)).contains(offset)).isTrue();
    }
  }

  @Test
  void whereThereIsNoTokenTheNumberLiesOutside() {
    CTokens code = CTokens.of(" /* a */ ");
    assertThat(code.significant(0)).isEqualTo(code.size());
    assertThat(code.significantBefore(code.size() - 1)).isEqualTo(-1);
    assertThat(CTokens.of("")).isEmpty();
  }

  @Test
  void linesCountFromOne() {
    CTokens code = CTokens.of("a\nb\\\nc\n");
    assertThat(List.of(code.line(0), code.line(1), code.line(2), code.line(5)))
        .containsExactly(1, 1, 2, 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{ a ( ) [ ; ] }        | 7", // all brackets count alike
        "( \")\" ')' /* ) */ )   | 3",
        "( a                    | -1",
      })
  void aBracketIsClosedWhereItsInsideEnds(String text, int significant) {
    CTokens code = CTokens.of(text);
    OptionalInt closing = code.closing(0);
    long before =
        closing.isEmpty()
            ? -1
            : IntStream.range(0, closing.getAsInt())
                .filter(token -> code.kind(token).isSignificant())
                .count();
    assertThat(before).isEqualTo(significant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "mb()          | mb();  mb ( ) /* mb() */ \"mb()\" rmb() | mb(), mb ( )",
        "mb()          | mb(/* now */)N+mbN()                    | mb(/* now */), mbN()",
        "a a           | a a a a a                               | a a, a a",
        "x             | xx x.x 'x' 1x                           | x, x",
        "mb()          | m\\Nb()                                 | m\\Nb()",
        "a b           | #define aNb                             | ^^",
        "a b           | #define a b                             | a b",
        "a b           | #define a \\N b                         | a \\N b",
        "a b           | aN#if bN                                | ^^",
        "# if          | #if xN # /**/ if y                      | #if, # /**/ if",
      })
  void aSequenceIsFoundAcrossBlanksAndComments(String wanted, String text, String found) {
    CTokens code = CTokens.of(text.replace("N", "\n"));
    assertThat(
            code.find(CTokens.of(wanted)).stream()
                .map(match -> code.text(match.range()).replace("\n", "N"))
                .collect(Collectors.joining(", ")))
        .isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "/* a */", "// a\n"})
  void aSequenceOfNoTokensIsNowhere(String nothing) {
    assertThat(CTokens.of("a b " + nothing).find(CTokens.of(nothing))).isEmpty();
  }

  @Test
  void textsThatDifferInBlanksAndCommentsAloneAreEqualWhenNormal() {
    assertThat(normal("  int\ta ;/* old */\n")).isEqualTo("int a ;");
    assertThat(normal("int /* new */\\\na\n;")).isEqualTo("int a ;");
    assertThat(normal("int a;")).isEqualTo("int a;");
    assertThat(normal("x + \" b  c \"")).isEqualTo("x + \" b  c \"");
  }

  @Test
  void directivesAreFoundWithTheirOperands() {
    CTokens code =
        CTokens.of(
            """
            int a; # no directive
            #ifndef A_H /* guard */
              #  define A_H \\
                 1 // one
            #include <b.h>
            # include "c.h"
            #
            /* first */ #endif
            """);
    assertThat(code.directives())
        .extracting(CDirective::word)
        .containsExactly("ifndef", "define", "include", "include", "", "endif");
    assertThat(code.directives())
        .extracting(d -> d.operands().stream().map(CToken::text).toList())
        .containsExactly(
            List.of("A_H"),
            List.of("A_H", "1"),
            List.of("<b.h>"),
            List.of("\"c.h\""),
            List.of(),
            List.of());
    assertThat(code.directives())
        .flatExtracting(directive -> directive.included().stream().toList())
        .containsExactly("<b.h>", "\"c.h\"");
    assertThat(code.text(code.directives().get(0).range())).isEqualTo("#ifndef A_H");
    assertThat(code.text(code.directives().get(1).range())).isEqualTo("#  define A_H \\\n     1");
  }

  private static String significant(String text) {
    return CTokens.of(text.getBytes(StandardCharsets.ISO_8859_1)).stream()
        .filter(token -> token.kind().isSignificant())
        .map(CToken::text)
        .collect(Collectors.joining(" "));
  }

  private static String normal(String text) {
    return CTokens.of(text).normal(new ByteRange(0, text.length()));
  }
}
