package dev.xenvendor.patch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.patch.edit.InsertLines;
import dev.xenvendor.patch.edit.ReplaceLine;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A diff is carried to other releases as git carries an edit: by a three-way merge. */
final class ThreeWayDiffTest {

  private static final Version FROM = new Version("1.0");
  private static final HeaderPath FILE = HeaderPath.of("a.h");

  private static final String BASE =
      "/* header */\n#define LATEST 1\nint a;\nint b;\nint c;\nint d;\n#endif\n";

  /** Its context is the line that every release changes. */
  private static final String EDIT =
      "@@ -1,4 +1,5 @@\n /* header */\n #define LATEST 1\n int a;\n+int ours;\n int b;\n";

  private static LocalPatch patch(String id, Change change) {
    return LocalPatch.proposed(id, "", change);
  }

  private static TextPatch diff(String text, String published) {
    HeaderTree tree = tree(published);
    return new TextPatch(
        FileSelection.of("a.h"),
        Optional.of(new TextPatch.Against(FROM, tree.get(FILE).orElseThrow().id())),
        text);
  }

  private static HeaderTree tree(String text) {
    return DeclaredTree.tree(Map.of("a.h", text));
  }

  private static PatchedTree apply(List<LocalPatch> patches, String text) {
    HeaderTree tree = tree(text);
    return new PatchSet(patches)
        .threeWay(v -> Optional.of(v).filter(FROM::equals).map(r -> tree(BASE)))
        .apply(PatchTarget.of(tree));
  }

  private static FileEdit edit(List<LocalPatch> patches, String text, String id) {
    return Optional.ofNullable(apply(patches, text).result(id).orElseThrow().edits().get(FILE))
        .orElseThrow();
  }

  private static String result(List<LocalPatch> patches, String text) {
    return new String(apply(patches, text).tree().get(FILE).orElseThrow().bytes(), UTF_8);
  }

  private static final List<LocalPatch> OURS = List.of(patch("ours", diff(EDIT, BASE)));

  @Test
  void aChangedContextLineIsNoObstacle() {
    assertThat(result(OURS, BASE.replace("LATEST 1", "LATEST 2")))
        .isEqualTo(BASE.replace("LATEST 1", "LATEST 2").replace("int a;\n", "int a;\nint ours;\n"));
  }

  @Test
  void withoutTheReleaseTheContextDecides() {
    TextPatch unknown = diff(EDIT, BASE + "other");
    assertThat(edit(List.of(patch("ours", unknown)), BASE, "ours"))
        .isInstanceOf(FileEdit.Changed.class);
    assertThat(edit(List.of(patch("ours", unknown)), BASE.replace("LATEST 1", "2"), "ours"))
        .isInstanceOf(FileEdit.Impossible.class);
  }

  @Test
  void aChangeOfTheSameLinesConflicts() {
    assertThat(edit(OURS, BASE.replace("int b;", "long b;"), "ours"))
        .isInstanceOf(FileEdit.Impossible.class);
  }

  @Test
  void whatIsThereHolds() {
    String carried = BASE.replace("int a;\n", "int a;\nint ours;\n");
    assertThat(edit(OURS, carried, "ours")).isInstanceOf(FileEdit.Holds.class);
    assertThat(edit(OURS, carried.replace("int d;", "int d, e;"), "ours"))
        .isInstanceOf(FileEdit.Holds.class);
  }

  @Test
  void anotherPatchBesideItDoesNotHideIt() {
    LocalPatch beside =
        patch(
            "beside",
            new InsertLines(
                FileSelection.of("a.h"),
                new Anchor(Anchor.Where.AFTER_LINE, "int ours;"),
                List.of("int beside;")));
    List<LocalPatch> both = List.of(OURS.get(0), beside);
    String carried = result(both, BASE);
    assertThat(carried).contains("int a;\nint ours;\nint beside;\nint b;\n");
    assertThat(edit(both, carried, "ours")).isInstanceOf(FileEdit.Holds.class);
    assertThat(result(both, carried)).isEqualTo(carried);
  }

  @Test
  void itIsMadeAgainstTheHeaderWithThePatchesBeforeIt() {
    LocalPatch before =
        patch("first", new ReplaceLine(FileSelection.of("a.h"), "int a;", "long a;"));
    LocalPatch ours = patch("ours", diff("@@ -3,2 +3,3 @@\n long a;\n+int ours;\n int b;\n", BASE));
    assertThat(result(List.of(before, ours), BASE.replace("int d;", "int d, e;")))
        .contains("long a;\nint ours;\nint b;\nint c;\nint d, e;\n");
  }
}
