package dev.xenvendor.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.patch.edit.InsertLines;
import dev.xenvendor.patch.edit.ReplaceLine;
import dev.xenvendor.patch.edit.ReplaceTokens;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.patch.residue.ResidueHunk;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** White space before a line continuation does not decide whether a patch is carried. */
final class ContinuationSpacingTest {

  private static final FileSelection FILE = FileSelection.of("a.h");

  private static final String PUBLISHED =
      """
      #define push(p) do {      \\
          wmb(); /* first */    \\
          (p)->prod++;          \\
      } while (0)
      """;

  /** The backslash moved with the text. */
  private static final String MOVED = PUBLISHED.replace("wmb()", "x86_wmb()");

  /** The backslash stays in its column. */
  private static final String IN_COLUMN = MOVED.replace("first */    \\", "first */ \\");

  /** All backslashes went to a column of the tree's own. */
  private static final String REALIGNED = MOVED.replaceAll(" +\\\\\n", "\t\t\\\\\n");

  private static final Change TOKENS = new ReplaceTokens(FILE, Map.of("wmb()", "x86_wmb()"), false);

  static Stream<String> locals() {
    return Stream.of(MOVED, IN_COLUMN, REALIGNED, IN_COLUMN.replace("\n", "\r\n"));
  }

  static Stream<Change> changes() {
    return Stream.of(
        TOKENS,
        new ReplaceLine(
            FILE, "    wmb(); /* first */    \\", "    x86_wmb(); /* first */       \\"));
  }

  @ParameterizedTest
  @MethodSource("locals")
  void everySpacingCarriesThePatch(String local) {
    String published = local.contains("\r") ? PUBLISHED.replace("\n", "\r\n") : PUBLISHED;
    assertCarried(DeclaredTree.of(published, local), TOKENS);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void everyKindOfChangeIsCarried(Change change) {
    assertCarried(DeclaredTree.of(PUBLISHED, IN_COLUMN), change);
    assertCarried(DeclaredTree.of(PUBLISHED, MOVED), change);
  }

  @Test
  void insertedLinesAreCarried() {
    String local = PUBLISHED.replace("    (p)->prod++;", "    more();  \\\n    (p)->prod++;");
    Anchor anchor = new Anchor(Anchor.Where.AFTER_LINE, "wmb(); /* first */    \\");
    assertCarried(
        DeclaredTree.of(PUBLISHED, local),
        new InsertLines(FILE, anchor, List.of("    more();               \\")));
  }

  private static void assertCarried(DeclaredTree tree, Change change) {
    PatchSet patches = new PatchSet(List.of(LocalPatch.proposed("a", "", change)));
    Residue residue = tree.residue(patches);
    assertThat(residue.isNone()).as("%s", residue.hunks()).isTrue();
    assertThat(residue.local().results().get(0).changed()).isEmpty();
    assertThat(residue.local().results().get(0).carrying()).hasSize(1);
  }

  @Test
  void spacingInAMacroThatNoPatchEditsIsAnEditOfItsOwn() {
    String other = "#define other(p) do {     \\\n} while (0)\n";
    DeclaredTree tree =
        DeclaredTree.of(PUBLISHED + other, IN_COLUMN + other.replace("     \\", " \\"));
    Residue residue = tree.residue(new PatchSet(List.of(LocalPatch.proposed("a", "", TOKENS))));
    assertThat(residue.hunks()).extracting(ResidueHunk::line).containsExactly(5);
  }

  @Test
  void aPatchThatIsAboutSpacingCounts() {
    Change change =
        new ReplaceLine(FILE, "    wmb(); /* first */    \\", "    wmb(); /* first */ \\");
    String local = PUBLISHED.replace("first */    \\", "first */ \\");
    PatchSet patches = new PatchSet(List.of(LocalPatch.proposed("a", "", change)));
    assertThat(DeclaredTree.of(PUBLISHED, PUBLISHED).residue(patches).local().results().get(0))
        .matches(result -> result.changed().size() == 1);
    assertCarried(DeclaredTree.of(PUBLISHED, local), change);
  }

  @ParameterizedTest
  @MethodSource("locals")
  void theTokensAreProposedAlone(String local) {
    String published = local.contains("\r") ? PUBLISHED.replace("\n", "\r\n") : PUBLISHED;
    PatchSet declared = DeclaredTree.of(published, local).declared();
    assertThat(declared.patches()).extracting(LocalPatch::change).containsExactly(TOKENS);
  }
}
