package dev.xenvendor.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xen.h",
        "io/ring.h",
        "arch-x86/hvm/save.h",
        "a b.h",
        ".hidden",
        "...",
        "..h",
        "x.",
        ".gitignore",
        ".gitattributes",
        ".github/a",
        "git",
        "git~2",
        "a.git",
        "Müller.h",
        "c:h",
      })
  void aPathBelowTheTreesRootIsTaken(String path) {
    assertThat(HeaderPath.of(path).value()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../xen.h", "io/../../xen.h", "io/..", "a/../b"})
  void aPathCannotClimb(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HeaderPath.of(path))
        .withMessageContaining("a path contains")
        .withMessageEndingWith(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "./xen.h", "io/./ring.h", "io/."})
  void aPathHasOneSpellingOnly(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> HeaderPath.of(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "io//ring.h", "io/", "//"})
  void aPathHasNoEmptyPart(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HeaderPath.of(path))
        .withMessageContaining("empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/xen.h", "/etc/passwd"})
  void aPathIsNotAbsolute(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> HeaderPath.of(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "xen.h\0", "io\0/ring.h", "io/ri\0ng.h"})
  void aPathHoldsNoNul(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HeaderPath.of(path))
        .withMessageContaining("NUL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".git",
        ".git/config",
        "io/.git",
        "io/.git/hooks/post-checkout",
        ".GIT",
        ".Git/config",
        ".gIt",
        ".git.",
        ".git./config",
        ".git...",
        ".git ",
        ".git . .",
        ".GIT.",
        "git~1",
        "GIT~1",
        "io/git~1/config",
      })
  void aPathDoesNotReachIntoGitsOwnFolder(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HeaderPath.of(path))
        .withMessageContaining("git's own folder");
  }

  @Test
  void whatIsBelowAFolderIsCheckedToo() {
    HeaderPath folder = HeaderPath.of("io");
    assertThatIllegalArgumentException().isThrownBy(() -> folder.resolve("../xen.h"));
    assertThatIllegalArgumentException().isThrownBy(() -> folder.resolve(""));
    assertThatIllegalArgumentException().isThrownBy(() -> folder.resolve("/xen.h"));
  }

  @Test
  void resolvingAndLookingFromBelowUndoEachOther() {
    HeaderPath folder = HeaderPath.of("sys/arch");
    HeaderPath file = HeaderPath.of("io/ring.h");
    assertThat(folder.resolve(file).value()).isEqualTo("sys/arch/io/ring.h");
    assertThat(folder.resolve(file).below(folder)).contains(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"io", "ios/ring.h", "i", "other/io/ring.h", "io.h"})
  void aPathThatOnlyStartsAlikeIsNotBelowTheFolder(String path) {
    HeaderPath folder = HeaderPath.of("io");
    assertThat(HeaderPath.of(path).isBelow(folder)).isFalse();
    assertThat(HeaderPath.of(path).below(folder)).isEmpty();
  }

  @Test
  void theNameIsTheLastPart() {
    assertThat(HeaderPath.of("arch-x86/hvm/save.h").name()).isEqualTo("save.h");
    assertThat(HeaderPath.of("xen.h").name()).isEqualTo("xen.h");
  }

  @Test
  void theParentIsTheFolderAndTheRootHasNone() {
    assertThat(HeaderPath.of("arch-x86/hvm/save.h").parent())
        .contains(HeaderPath.of("arch-x86/hvm"));
    assertThat(HeaderPath.of("xen.h").parent()).isEmpty();
  }

  @Test
  void pathsAreOrderedByTheirCharacters() {
    List<HeaderPath> sorted =
        List.of("a", "a-b", "a.h", "a/b", "a0", "b").stream().map(HeaderPath::of).toList();
    assertThat(sorted.stream().sorted().toList()).isEqualTo(sorted);
  }

  @Test
  void equalPathsAreEqual() {
    assertThat(HeaderPath.of("io/ring.h"))
        .isEqualTo(HeaderPath.of("io/ring.h"))
        .hasSameHashCodeAs(HeaderPath.of("io/ring.h"))
        .isNotEqualTo(HeaderPath.of("io/Ring.h"))
        .hasToString("io/ring.h");
  }
}
