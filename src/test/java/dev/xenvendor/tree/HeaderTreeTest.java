package dev.xenvendor.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** A folder that counts how often it, or one in it, is looked into. */
  private record CountedFolder(HeaderFolder kept, GitId id, AtomicInteger looks)
      implements HeaderFolder {

    static CountedFolder of(HeaderTree tree, AtomicInteger looks) {
      Map<String, HeaderFile> files = new TreeMap<>(Comparator.reverseOrder());
      Map<String, HeaderFolder> folders = new TreeMap<>(Comparator.reverseOrder());
      tree.files()
          .forEach(
              (path, file) -> {
                int slash = path.value().indexOf('/');
                if (slash < 0) {
                  files.put(path.value(), file);
                } else {
                  String name = path.value().substring(0, slash);
                  folders.computeIfAbsent(name, n -> of(tree.below(HeaderPath.of(name)), looks));
                }
              });
      HeaderFolder kept =
          new HeaderFolder() {
            @Override
            public Map<String, HeaderFile> files() {
              return files;
            }

            @Override
            public Map<String, HeaderFolder> folders() {
              return folders;
            }

            @Override
            public Optional<GitId> knownId() {
              return Optional.empty();
            }
          };
      return new CountedFolder(kept, tree.id(), looks);
    }

    @Override
    public Map<String, HeaderFile> files() {
      looks.incrementAndGet();
      return kept.files();
    }

    @Override
    public Map<String, HeaderFolder> folders() {
      return kept.folders();
    }

    @Override
    public Optional<GitId> knownId() {
      return Optional.of(id);
    }
  }

  @Test
  void aFolderIsLookedIntoOnlyWhereItMayDiffer() {
    HeaderTree kept = tree("a.h", "io/a.h", "io/deep/b.h", "x/y.h");
    AtomicInteger looks = new AtomicInteger();
    HeaderTree tree = HeaderTree.of(CountedFolder.of(kept, looks));
    HeaderTree again = HeaderTree.of(CountedFolder.of(kept, looks));

    assertThat(tree.id()).isEqualTo(kept.id());
    assertThat(tree.differences(again)).isEmpty();
    assertThat(looks).hasValue(0);

    HeaderPath path = HeaderPath.of("x/y.h");
    HeaderTree edited = tree.with(Map.of(path, HeaderFile.regular(new byte[] {1})));
    looks.set(0);
    assertThat(edited.differences(again)).containsExactly(path);
    assertThat(looks).as("the root and x, of one of the two").hasValueLessThanOrEqualTo(4);
    assertThat(edited.id())
        .isEqualTo(kept.with(Map.of(path, HeaderFile.regular(new byte[] {1}))).id())
        .isNotEqualTo(kept.id());
    assertThat(tree.without(Set.of(path)).paths())
        .extracting(HeaderPath::value)
        .containsExactly("a.h", "io/a.h", "io/deep/b.h");
    assertThat(tree.without(Set.of(path)).id())
        .isEqualTo(tree("a.h", "io/a.h", "io/deep/b.h").id());
    assertThat(tree.get(HeaderPath.of("io/deep/b.h"))).isPresent();
    assertThat(tree.get(HeaderPath.of("io/deep"))).isEmpty();
    assertThat(tree.get(HeaderPath.of("nowhere/b.h"))).isEmpty();
    assertThat(tree.size()).isEqualTo(4);
  }

  @Test
  void filesComeInPathOrderWhateverTheOrderOfTheirFolder() {
    HeaderTree kept = tree("a.h", "a/x.h", "a0.h", "a-b.h", "b.h", "c.h");

    assertThat(HeaderTree.of(CountedFolder.of(kept, new AtomicInteger())).paths())
        .containsExactlyElementsOf(kept.paths());
    Map<HeaderPath, HeaderFile> backwards = new TreeMap<>(Comparator.reverseOrder());
    backwards.putAll(kept.files());
    assertThat(HeaderTree.of(backwards).paths()).containsExactlyElementsOf(kept.paths());
    assertThat(kept.under(HeaderPath.of("sys/xen")).below(HeaderPath.of("sys/xen")).files())
        .isEqualTo(kept.files());
  }

  private static HeaderTree tree(String... paths) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    for (String path : paths) {
      files.put(HeaderPath.of(path), HeaderFile.regular(path.getBytes(StandardCharsets.US_ASCII)));
    }
    return HeaderTree.of(files);
  }
}
