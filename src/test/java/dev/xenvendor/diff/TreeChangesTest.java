package dev.xenvendor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class TreeChangesTest {

  private static final String LONG = "one\ntwo\nthree\nfour\n";

  @Test
  void equalTreesHaveNoChanges() {
    assertThat(changes(Map.of("a.h", LONG), Map.of("a.h", LONG)))
        .isEqualTo(new TreeChanges(List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void everyFileIsListedUnderWhatBecameOfIt() {
    TreeChanges changes =
        changes(
            Map.of("gone.h", "x\n", "kept.h", "k\n", "new-text.h", "a\n", "old.h", LONG),
            Map.of("come.h", "y\n", "kept.h", "k\n", "new-text.h", "b\n", "moved.h", LONG));
    assertThat(changes)
        .isEqualTo(
            new TreeChanges(
                List.of(HeaderPath.of("come.h")),
                List.of(HeaderPath.of("gone.h")),
                List.of(new Rename(HeaderPath.of("old.h"), HeaderPath.of("moved.h"))),
                List.of(HeaderPath.of("new-text.h"))));
  }

  @Test
  void anotherModeIsAChange() {
    HeaderPath path = HeaderPath.of("a.h");
    HeaderFile file = HeaderFile.regular(new byte[0]);
    TreeChanges changes =
        TreeChanges.between(
            HeaderTree.of(Map.of(path, file)),
            HeaderTree.of(Map.of(path, file.withMode(FileMode.EXECUTABLE))));
    assertThat(changes.changed()).containsExactly(path);
  }

  @Test
  void aFileThatMovesAndLeavesAnotherInItsPlaceIsAddedAndChanged() {
    TreeChanges changes = changes(Map.of("a.h", LONG), Map.of("a.h", "other\n", "b.h", LONG));
    assertThat(changes.changed()).containsExactly(HeaderPath.of("a.h"));
    assertThat(changes.added()).containsExactly(HeaderPath.of("b.h"));
    assertThat(changes.moved()).isEmpty();
  }

  @Test
  void fromNothingEverythingIsAdded() {
    assertThat(changes(Map.of(), Map.of("b.h", LONG, "a.h", LONG)).added())
        .containsExactly(HeaderPath.of("a.h"), HeaderPath.of("b.h"));
  }

  private static TreeChanges changes(Map<String, String> before, Map<String, String> after) {
    return TreeChanges.between(tree(before), tree(after));
  }

  private static HeaderTree tree(Map<String, String> texts) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    texts.forEach(
        (path, text) ->
            files.put(
                HeaderPath.of(path), HeaderFile.regular(text.getBytes(StandardCharsets.US_ASCII))));
    return HeaderTree.of(files);
  }
}
