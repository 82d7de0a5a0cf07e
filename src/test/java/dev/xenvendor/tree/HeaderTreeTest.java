package dev.xenvendor.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class HeaderTreeTest {

  @Test
  void filesAreInPathOrder() {
    assertThat(tree("b.h", "io/ring.h", "a.h").paths())
        .extracting(HeaderPath::value)
        .containsExactly("a.h", "b.h", "io/ring.h");
  }

  @Test
  void whatATreeWasMadeFromMayChangeAfterwards() {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>(tree("a.h").files());
    HeaderTree made = HeaderTree.of(files);
    files.clear();
    assertThat(made.size()).isEqualTo(1);
  }

  @Test
  void aTreeUnderAFolderAndBelowItUndoEachOther() {
    HeaderPath folder = HeaderPath.of("sys/xen");
    HeaderTree tree = tree("a.h", "io/ring.h");
    HeaderTree moved = tree.under(folder);
    assertThat(moved.paths())
        .extracting(HeaderPath::value)
        .containsExactly("sys/xen/a.h", "sys/xen/io/ring.h");
    assertThat(moved.below(folder).files()).isEqualTo(tree.files());
  }

  @Test
  void belowAFolderThereIsNothingOfItsNeighbours() {
    HeaderTree tree = tree("xen/a.h", "xen2/b.h", "xen.h");
    assertThat(tree.below(HeaderPath.of("xen")).paths())
        .extracting(HeaderPath::value)
        .containsExactly("a.h");
  }

  @Test
  void aTreeCanBeCutDown() {
    HeaderTree tree = tree("a.h", "b.c", "io/c.h");
    assertThat(tree.only(path -> path.name().endsWith(".h")).paths())
        .extracting(HeaderPath::value)
        .containsExactly("a.h", "io/c.h");
  }

  @Test
  void anEmptyTreeHasGitsIdOfOne() {
    assertThat(HeaderTree.EMPTY.isEmpty()).isTrue();
    assertThat(HeaderTree.EMPTY.id().hex()).isEqualTo("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
  }

  @Test
  void aMissingFileIsEmpty() {
    assertThat(tree("a.h").get(HeaderPath.of("b.h"))).isEmpty();
    assertThat(tree("a.h").contains(HeaderPath.of("b.h"))).isFalse();
    assertThat(tree("a.h").get(HeaderPath.of("a.h"))).isPresent();
  }

  @Test
  void whereTreesDiffer() {
    HeaderTree before = tree("a.h", "b.h", "io/c.h", "io/d.h");
    Map<HeaderPath, HeaderFile> files = new TreeMap<>(tree("A.h", "b.h", "io/d.h", "z.h").files());
    files.computeIfPresent(HeaderPath.of("b.h"), (p, f) -> f.withMode(FileMode.EXECUTABLE));
    HeaderTree after = HeaderTree.of(files);

    assertThat(before.differences(after))
        .extracting(HeaderPath::value)
        .containsExactly("A.h", "a.h", "b.h", "io/c.h", "z.h");
    assertThat(after.differences(before)).isEqualTo(before.differences(after));
    assertThat(before.differences(before)).isEmpty();
    assertThat(before.differences(HeaderTree.EMPTY)).isEqualTo(before.paths());
    assertThat(before.editsTo(after))
        .containsEntry(HeaderPath.of("a.h"), Optional.empty())
        .containsEntry(HeaderPath.of("b.h"), after.get(HeaderPath.of("b.h")))
        .hasSize(5);
  }

  @Test
  void aStoredTreeIsFetchedOnceAndOnlyWhenItsFilesAreNeeded() {
    HeaderTree kept = tree("io/a.h", "b.h");
    AtomicInteger fetched = new AtomicInteger();
    HeaderTree.Store store =
        () -> {
          fetched.incrementAndGet();
          return new LinkedHashMap<>(kept.files());
        };
    HeaderTree tree = HeaderTree.stored(kept.id(), store);
    HeaderTree again = HeaderTree.stored(kept.id(), store);

    assertThat(tree.id()).isEqualTo(kept.id());
    assertThat(tree.differences(again)).isEmpty();
    assertThat(fetched).hasValue(0);

    assertThat(tree.differences(kept.only(path -> path.name().equals("a.h"))))
        .extracting(HeaderPath::value)
        .containsExactly("b.h");
    assertThat(tree.size()).isEqualTo(2);
    assertThat(fetched).hasValue(1);
  }

  @Test
  void aStoreMayKeepItsFilesInAnyOrder() {
    HeaderTree kept = tree("a.h", "b.h", "c.h");
    Map<HeaderPath, HeaderFile> backwards = new TreeMap<>(Comparator.reverseOrder());
    backwards.putAll(kept.files());

    assertThat(HeaderTree.stored(kept.id(), () -> backwards).paths())
        .containsExactlyElementsOf(kept.paths());
    assertThat(HeaderTree.of(backwards).paths()).containsExactlyElementsOf(kept.paths());
  }

  private static HeaderTree tree(String... paths) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    for (String path : paths) {
      files.put(HeaderPath.of(path), HeaderFile.regular(path.getBytes(StandardCharsets.US_ASCII)));
    }
    return HeaderTree.of(files);
  }
}
