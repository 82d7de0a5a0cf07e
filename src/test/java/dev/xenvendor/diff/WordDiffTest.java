package dev.xenvendor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WordDiffTest {

  @Test
  void onlyTheWordsThatDifferAreMarked() {
    assertThat(marked("  wmb(); /* a */\n", "  xen_wmb(); /* a */\n")).containsExactly("xen_wmb");
    assertThat(marked("int a;\nint b;\n", "int a;\nlong b;\n")).containsExactly("long");
  }

  @Test
  void blanksAndLineEndsAreWordsToo() {
    assertThat(marked("a b", "a  b")).containsExactly("  ");
    assertThat(marked("a b\n", "a\nb\n")).containsExactly("\n");
  }

  @Test
  void equalTextsAndDeletionsHaveNothingToMark() {
    assertThat(marked("a b c", "a b c")).isEmpty();
    assertThat(marked("a b c", "a c")).isEmpty();
    assertThat(marked("", "new")).containsExactly("new");
  }

  private static List<String> marked(String before, String after) {
    return WordDiff.changed(before, after).stream()
        .map(span -> after.substring(span.begin(), span.end()))
        .toList();
  }
}
