package dev.xenvendor.c.token;

import static dev.xenvendor.c.parse.Headers.PAGE;
import static dev.xenvendor.c.parse.Headers.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.c.parse.Headers;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.Limits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class HeaderLimitsTest {

  private static final HeaderLimits PREFLIGHT = new HeaderLimits(Limits.DEFAULT);

  private static Optional<String> refusal(String text) {
    HeaderTree tree = tree(PAGE.value(), text);
    return Optional.ofNullable(PREFLIGHT.refusals(tree, List.of(PAGE)).get(PAGE));
  }

  private static String doubled(int times, String first, String definition) {
    return IntStream.range(1, times)
        .mapToObj(i -> definition.replace("NEXT", "M" + i).replace("LAST", "M" + (i - 1)) + "\n")
        .collect(Collectors.joining("", first + "\n", ""));
  }

  @Test
  void takesWhatHeadersHold() {
    assertThat(refusal("#define A(x) ((x) + 1)\n#if A(A(1)) > 2\nint a[1][2];\n#endif\n"))
        .isEmpty();
    assertThat(refusal("(".repeat(256) + ")".repeat(256))).isEmpty();
    assertThat(refusal("/* " + "(".repeat(1000) + " */ const char *s = \"((((\";\n")).isEmpty();
  }

  @Test
  void refusesDeepNesting() {
    assertThat(refusal("\nint a = " + "(".repeat(1000) + "1" + ")".repeat(1000) + ";\n"))
        .hasValue("brackets are nested more than 256 deep at line 2");
    assertThat(refusal("struct a { ".repeat(3000) + "};".repeat(3000)))
        .hasValueSatisfying(reason -> assertThat(reason).contains("brackets"));
    assertThat(refusal("#if 1\n".repeat(1000) + "#endif\n".repeat(1000)))
        .hasValue("conditionals are nested more than 256 deep at line 257");
  }

  @Test
  void refusesALargeHeader() {
    assertThat(refusal("/* " + "x".repeat(17 << 20) + " */"))
        .hasValueSatisfying(reason -> assertThat(reason).contains("17825798 bytes"));
  }

  @Test
  @Timeout(10)
  void refusesMacrosThatDouble() {
    String reason = "a macro expands to more than 1000000 tokens";
    assertThat(refusal(doubled(40, "#define M0 1", "#define NEXT LAST + LAST"))).hasValue(reason);
    assertThat(refusal(doubled(40, "#define M0(x) x x", "#define NEXT(x) LAST(x) LAST(x)")))
        .hasValue(reason);
    assertThat(refusal(doubled(40, "#define M0(x) x", "#define NEXT(x) LAST(x x)")))
        .hasValue(reason);
    String nested = "T(".repeat(100) + "1" + ")".repeat(100);
    assertThat(refusal("#define T(x) x x\n#if " + nested + "\n#endif\n")).hasValue(reason);
    assertThat(refusal("#define T(x) x x\n#define U T\n#if " + nested.replace('T', 'U')))
        .hasValue(reason);
    assertThat(refusal("#define T(...) __VA_ARGS__ __VA_ARGS__\n#if " + nested)).hasValue(reason);
  }

  @Test
  @Timeout(10)
  void refusesALongChainOfMacros() {
    String chain =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "#define M" + i + " M" + (i + 1) + "\n")
            .collect(Collectors.joining());
    assertThat(refusal(chain)).isPresent();
  }

  @Test
  void takesMacrosThatNameThemselvesAndLongLists() {
    assertThat(refusal("#define a a\n#define b c c\n#define c b b\nint a, b;\n")).isEmpty();
    String list =
        IntStream.range(0, 5000)
            .mapToObj(i -> "#define N" + i + " (N" + Math.max(0, i - 1) % 7 + " + 1)\n")
            .collect(Collectors.joining());
    assertThat(refusal(list)).isEmpty();
  }

  @Test
  @Timeout(60)
  void theParserSurvivesWhatItCannotRead() {
    String chain = doubled(100_000, "#define M0 1", "#define NEXT LAST");
    assertThat(Headers.read(chain + "#if M99999\nint a;\n#endif\n").path()).isEqualTo(PAGE);
    for (String text :
        List.of(
            "int a = " + "-".repeat(300_000) + "1;",
            doubled(40, "#define M0 1", "#define NEXT LAST + LAST") + "#if M39\n#endif\n")) {
      assertThat(Headers.read(text).problems()).as(text.substring(0, 20)).isNotEmpty();
    }
  }
}
