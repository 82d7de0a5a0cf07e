package dev.xenvendor.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.impact.consumer.ConsumerFile;
import dev.xenvendor.tree.HeaderPath;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GuardedRegionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "`int f(void) { HERE; }`; f",
        "`static int\nf(int a, int (*g)(void))\n{\n\tif (a) { HERE; }\n}`; f",
        "`int f(a, b)\n\tint a;\n\tlong b;\n{\n\tHERE;\n}`; f",
        "`int g(void) { }\nint f(void) { HERE; }`; f",
        "`int g(void)\n{\n#if A\n\tif (a) {\n#else\n\tif (b) {\n#endif\n\t}\n}\nint f(void)\n{\n"
            + "\tHERE;\n}`; f",
        "`int x[] = { HERE };`; -",
        "`struct s { int HERE; };`; -",
        "`HERE`; -",
        "`} ) HERE {`; -",
      })
  void theFunctionAroundAPlaceIsFound(String code, String name) {
    ConsumerFile file =
        new ConsumerFile(HeaderPath.of("a.c"), code.getBytes(StandardCharsets.ISO_8859_1));
    int here = file.mentions(Set.of("HERE")).values().iterator().next().get(0);
    assertThat(new GuardedRegions(file.tokens()).functionAround(here).orElse("-")).isEqualTo(name);
  }
}
