package dev.xenvendor.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A patch whose lines upstream has taken in at another place must not define them twice. */
final class RepeatedLinesTest {

  private static final String ADDED = "struct added {\n  int n;\n};\n";

  private static PatchResult insertedInto(String file, String text) {
    String lines = ADDED.replaceAll("(?m)^", "+").replaceFirst("\\+$", "");
    String diff = "@@ -2,2 +2,5 @@\n #define A 1\n" + lines + " #define B 2\n";
    TextPatch change = new TextPatch(FileSelection.of(file), Optional.empty(), diff);
    HeaderTree tree = DeclaredTree.tree(Map.of(file, text));
    return new PatchSet(List.of(LocalPatch.proposed("added", "", change)))
        .applyTo(tree, Map.of())
        .result("added")
        .orElseThrow();
  }

  private static FileEdit edit(String text) {
    return Objects.requireNonNull(insertedInto("a.h", text).edits().get(HeaderPath.of("a.h")));
  }

  @Test
  void linesThatTheHeaderLacksAreInserted() {
    assertThat(edit("#define START\n#define A 1\n#define B 2\n"))
        .isInstanceOf(FileEdit.Changed.class);
  }

  @Test
  void linesThatTheHeaderHasAtAnotherPlaceAreThere() {
    assertThat(edit("#define START\n#define A 1\n#define B 2\n\n" + ADDED))
        .isInstanceOf(FileEdit.Holds.class);
    assertThat(edit(ADDED + "#define START\n#define A 1\n#define B 2\n"))
        .isInstanceOf(FileEdit.Holds.class);
  }

  @Test
  void aPartOfTheLinesIsNotEnough() {
    assertThat(edit("#define START\n#define A 1\n#define B 2\n" + ADDED.replace("int n", "long n")))
        .isInstanceOf(FileEdit.Changed.class);
  }

  @Test
  void underAnOppositeConditionTheSameLinesDefineNothingTwice() {
    assertThat(edit("#ifdef X\n#define A 1\n#define B 2\n#else\n" + ADDED + "#endif\n"))
        .isInstanceOf(FileEdit.Changed.class);
  }

  @Test
  void onlyHeadersAreReadAsC() {
    String text = "#define START\n#define A 1\n#define B 2\n\n" + ADDED;
    assertThat(insertedInto("COPYING", text).edits().get(HeaderPath.of("COPYING")))
        .isInstanceOf(FileEdit.Changed.class);
  }
}
