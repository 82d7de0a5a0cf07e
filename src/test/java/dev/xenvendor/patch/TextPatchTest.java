package dev.xenvendor.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a diff does to a text that may or may not have it. */
final class TextPatchTest {

  private static FileEdit edit(String diff, String text) {
    HeaderTree tree = DeclaredTree.tree(Map.of("a.h", text));
    FileInTree file =
        new FileInTree(
            HeaderPath.of("a.h"),
            text.getBytes(StandardCharsets.ISO_8859_1),
            tree,
            Optional.empty(),
            Optional.empty(),
            DiffPreimages.NONE);
    return new TextPatch(FileSelection.of("a.h"), Optional.empty(), diff).edit(file);
  }

  private static final String LAST_GONE = "@@ -2,3 +2,2 @@\n b\n c\n-old end\n";
  private static final String FIRST_GONE = "@@ -1,3 +1,2 @@\n-old start\n b\n c\n";
  private static final String ALL_GONE = "@@ -1,2 +0,0 @@\n-a\n-b\n";

  @Test
  void lastLinesThatAreGone() {
    assertThat(edit(LAST_GONE, "a\nb\nc\nold end\n")).isInstanceOf(FileEdit.Changed.class);
    assertThat(edit(LAST_GONE, "a\nb\nc\n")).isInstanceOf(FileEdit.Holds.class);
    assertThat(edit(LAST_GONE, "a\nb\nc\nnew end\n")).isInstanceOf(FileEdit.Impossible.class);
  }

  @Test
  void firstLinesThatAreGone() {
    assertThat(edit(FIRST_GONE, "old start\nb\nc\nd\n")).isInstanceOf(FileEdit.Changed.class);
    assertThat(edit(FIRST_GONE, "b\nc\nd\n")).isInstanceOf(FileEdit.Holds.class);
    assertThat(edit(FIRST_GONE, "new start\nb\nc\nd\n")).isInstanceOf(FileEdit.Impossible.class);
  }

  @Test
  void aFileThatWasEmptied() {
    assertThat(edit(ALL_GONE, "a\nb\n")).isInstanceOf(FileEdit.Changed.class);
    assertThat(edit(ALL_GONE, "")).isInstanceOf(FileEdit.Holds.class);
    assertThat(edit(ALL_GONE, "a\nb, changed\n")).isInstanceOf(FileEdit.Impossible.class);
  }

  private static final String OTHER = "@@ -4,3 +4,3 @@\n x\n-old\n+new\n y\n";

  /** Of two places, the nearer to the line that the hunk names is meant. */
  @Test
  void aFileThatHoldsALineBothBeforeAndAfterTheDiff() {
    String start = "p\np\np\n";
    assertThat(edit(OTHER, start + "x\nnew\ny\np\nx\nold\ny\np\n"))
        .isInstanceOf(FileEdit.Holds.class);
    assertThat(text(edit(OTHER, start + "x\nold\ny\np\nx\nnew\ny\np\n")))
        .isEqualTo(start + "x\nnew\ny\np\nx\nnew\ny\np\n");
  }

  /** As much before the expected line as after it. */
  @Test
  void theNearestPlaceIsAsFarAwayAsTheBoundsOfTheFile() {
    assertThat(text(edit(OTHER, "x\nold\ny\n"))).isEqualTo("x\nnew\ny\n");
    String far = "p\n".repeat(20);
    assertThat(text(edit(OTHER, far + "x\nold\ny\n"))).isEqualTo(far + "x\nnew\ny\n");
  }

  private static final String TWO_HUNKS =
      "@@ -4,2 +4,4 @@\n a\n+one\n+two\n b\n@@ -9,3 +11,3 @@\n x\n-old\n+new\n y\n";

  /** The first hunk moves what comes after it by two lines. */
  @Test
  void aLaterHunkIsExpectedWhereTheOnesBeforeItMoveIt() {
    String before = "p\np\np\na\nb\np\n";
    String after = "p\np\nx\nold\ny\np\np\nx\nold\ny\np\n";
    assertThat(text(edit(TWO_HUNKS, before + after)))
        .isEqualTo("p\np\np\na\none\ntwo\nb\np\n" + after.replaceFirst("old", "new"));
  }

  private static String text(FileEdit edit) {
    return new String(((FileEdit.Changed) edit).text(), StandardCharsets.ISO_8859_1);
  }

  private static final String MACRO = "#define a(x) {   \\\n  one();         \\\n}\n";
  private static final String LONGER = "#define a(x) {   \\\n  one(); two();  \\\n}\n";
  private static final String TWO =
      "@@ -1,3 +1,3 @@\n #define a(x) {   \\\n-  one();         \\\n+  one(); two();  \\\n }\n";

  /** Every continuation behind one tab. */
  private static String respaced(String text) {
    return text.replaceAll(" +\\\\\n", "\t\\\\\n");
  }

  @Test
  void whiteSpaceBeforeAContinuationDoesNotTellWhetherTheDiffIsThere() {
    assertThat(edit(TWO, LONGER)).isInstanceOf(FileEdit.Holds.class);
    assertThat(edit(TWO, respaced(LONGER))).isInstanceOf(FileEdit.Holds.class);
    assertThat(edit(TWO, LONGER.replace("two();  ", "two();"))).isInstanceOf(FileEdit.Holds.class);
    assertThat(edit(TWO, LONGER.replace("two", "three"))).isInstanceOf(FileEdit.Impossible.class);
  }

  @Test
  void linesThatTheDiffKeepsKeepTheirSpacing() {
    FileEdit.Changed changed = (FileEdit.Changed) edit(TWO, respaced(MACRO));

    assertThat(new String(changed.text(), StandardCharsets.ISO_8859_1))
        .isEqualTo("#define a(x) {\t\\\n  one(); two();  \\\n}\n");
  }

  @Test
  void aDiffOfNothingButSpacingIsTakenAtItsWord() {
    String realign =
        "@@ -1,2 +1,2 @@\n-#define a(x) {   \\\n+#define a(x) { \\\n   one();         \\\n";

    assertThat(edit(realign, MACRO)).isInstanceOf(FileEdit.Changed.class);
    assertThat(edit(realign, MACRO.replace("{   ", "{ "))).isInstanceOf(FileEdit.Holds.class);
  }
}
