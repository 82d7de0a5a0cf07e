package dev.xenvendor.c.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.c.parse.CDefinition.Macro;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConstantValuesTest {

  private final List<CDefinition> definitions =
      Headers.read(
              """
          #define SHIFT 12
          #define SIZE (1 << SHIFT)
          #define TEXT "none"
          enum { FIRST = SIZE + 1, SECOND };
          """)
          .all()
          .toList();

  private Macro macro(String name) {
    return definitions.stream()
        .filter(definition -> definition.name().equals(name))
        .map(Macro.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void evaluatesEveryMacroAndEnumerator() {
    ConstantValues values = new ConstantValues(definitions);

    assertThat(values.of(macro("SHIFT"))).contains(12L);
    assertThat(values.of(macro("SIZE"))).contains(4096L);
    assertThat(values.of(macro("TEXT"))).isEmpty();
    assertThat(values.ofEnumerator("SECOND")).contains(4098L);
  }

  @Test
  void evaluatesOnlyTheMacrosThatAreAskedFor() {
    ConstantValues values = new ConstantValues(definitions, List.of(macro("SIZE")));

    assertThat(values.of(macro("SIZE"))).contains(4096L);
    assertThat(values.of(macro("SHIFT"))).isEmpty();
    assertThat(values.ofEnumerator("FIRST")).contains(4097L);
  }
}
