package dev.xenvendor.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class HeaderTreeTest {

  @Test
  void filesStandInPathOrder() {
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

  private static HeaderTree tree(String... paths) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    for (String path : paths) {
      files.put(HeaderPath.of(path), HeaderFile.regular(path.getBytes(StandardCharsets.US_ASCII)));
    }
    return HeaderTree.of(files);
  }
}
