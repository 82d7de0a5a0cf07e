package dev.xenvendor.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileSelectionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.h        | a.h",
        "b.h        | ''",
        "*.h        | a.h",
        "**/*.h     | a.h io/a.h io/deep/c.h",
        "io/*       | io/a.h",
        "io/* a.h   | a.h io/a.h",
        "* a.h      | a.h",
        "** !io/**  | a.h",
        "!a.h *.h io/a.h | io/a.h", // wherever it stands
      })
  void pathsAndGlobsNameTheFilesOfATree(String patterns, String files) {
    HeaderTree tree = tree("a.h", "io/a.h", "io/deep/c.h");
    assertThat(names(patterns, tree, Map.of())).isEqualTo(files);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b.h         | acm.h=xsm/acm.h | acm.h      | ''", // moved to where the tree has none
        "xsm/acm.h   | acm.h=xsm/acm.h | acm.h      | xsm/acm.h",
        "acm.h xsm/acm.h | acm.h=xsm/acm.h | acm.h  | acm.h", // not moved in this tree yet
        "c.h         | a.h=b.h b.h=c.h | a.h        | c.h",
        "c.h         | a.h=b.h b.h=a.h | a.h        | ''", // there and back again
        "xsm/acm.h   | acm.h=xsm/acm.h | acm.*      | ''", // globs name what is there
      })
  void aFileThatIsNamedIsFollowedToWhereItWasMoved(
      String tree, String moves, String patterns, String files) {
    Map<HeaderPath, HeaderPath> moved = new HashMap<>();
    for (String move : moves.split(" ")) {
      String[] ends = move.split("=");
      moved.put(HeaderPath.of(ends[0]), HeaderPath.of(ends[1]));
    }
    assertThat(names(patterns, tree(tree.split(" ")), moved)).isEqualTo(files);
  }

  @Test
  void onlyAPathIsASingleFile() {
    assertThat(FileSelection.of("a.h").single()).contains(HeaderPath.of("a.h"));
    assertThat(FileSelection.of("*.h").single()).isEmpty();
    assertThat(new FileSelection(List.of("a.h", "b.h")).single()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.h      | a.h | true",
        "a.h      | b.h | false",
        "a.h b.h  | b.h | true",
        "*.h      | b.h | true",
        "!a.h b.h | a.h | false",
        "!*.h b.h | b.h | true",
      })
  void onlyGlobsAndNamedFilesMayBeMeant(String patterns, String file, boolean mayBe) {
    assertThat(new FileSelection(List.of(patterns.split(" "))).mayMean(Set.of(HeaderPath.of(file))))
        .isEqualTo(mayBe);
  }

  private static String names(String patterns, HeaderTree tree, Map<HeaderPath, HeaderPath> moved) {
    return String.join(
        " ",
        new FileSelection(List.of(patterns.split(" ")))
            .in(tree, moved).stream().map(HeaderPath::value).toList());
  }

  private static HeaderTree tree(String... paths) {
    Map<HeaderPath, HeaderFile> files = new HashMap<>();
    for (String path : paths) {
      files.put(HeaderPath.of(path), HeaderFile.regular(new byte[0]));
    }
    return HeaderTree.of(files);
  }
}
