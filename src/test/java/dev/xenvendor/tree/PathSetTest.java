package dev.xenvendor.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PathSetTest {

  @Test
  void aSetHoldsWhatAnyOfItsGlobsHolds() {
    PathSet set = PathSet.of(List.of("*.h", "io/**"), List.of());
    assertThat(held(set, "xen.h", "io/ring.h", "foreign/a.h"))
        .containsExactly("xen.h", "io/ring.h");
  }

  @Test
  void whatIsExcludedIsNotHeldWhateverIncludesIt() {
    PathSet set = PathSet.of(List.of("**", "foreign/a.h"), List.of("foreign/**", "*.txt"));
    assertThat(held(set, "xen.h", "foreign/a.h", "a.txt", "io/a.txt"))
        .containsExactly("xen.h", "io/a.txt");
  }

  @Test
  void withoutAGlobNothingIsHeld() {
    assertThat(held(PathSet.of(List.of(), List.of()), "xen.h")).isEmpty();
  }

  @Test
  void allHoldsEverything() {
    assertThat(held(PathSet.of(List.of("**"), List.of()), "xen.h", "a/b/c", ".hidden")).hasSize(3);
  }

  @Test
  void aTreeCanBeCutDownToASet() {
    HeaderFile file = HeaderFile.regular(new byte[0]);
    HeaderTree tree =
        HeaderTree.of(Map.of(HeaderPath.of("xen.h"), file, HeaderPath.of("foreign/a.h"), file));
    PathSet set = PathSet.of(List.of("**"), List.of("foreign/**"));
    assertThat(tree.only(set).paths()).containsExactly(HeaderPath.of("xen.h"));
  }

  private static List<String> held(PathSet set, String... paths) {
    return List.of(paths).stream().filter(path -> set.test(HeaderPath.of(path))).toList();
  }
}
