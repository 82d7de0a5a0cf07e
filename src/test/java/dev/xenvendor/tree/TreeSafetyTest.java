package dev.xenvendor.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TreeSafetyTest {

  /**
   * @param linksAndTargets a link, its target, a link, its target, …
   */
  private static Optional<String> problem(String... linksAndTargets) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    files.put(HeaderPath.of("a.h"), HeaderFile.regular(new byte[0]));
    for (int i = 0; i < linksAndTargets.length; i += 2) {
      byte[] target = linksAndTargets[i + 1].getBytes(UTF_8);
      files.put(
          HeaderPath.of(linksAndTargets[i]),
          linksAndTargets[i + 1].isEmpty()
              ? HeaderFile.regular(target)
              : HeaderFile.of(FileMode.SYMLINK, target));
    }
    return new TreeSafety(HeaderTree.of(files), Limits.DEFAULT).problem();
  }

  @Test
  void takesLinksWithinTheTree() {
    assertThat(problem("b.h", "a.h", "io/a.h", "../a.h", "io/up", "..", "c.h", "io/up/a.h"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "..", "io/../../x", "..\\x"})
  void refusesALinkOutOfTheTree(String target) {
    assertThat(problem("b.h", target)).hasValueSatisfying(p -> assertThat(p).contains("link b.h"));
  }

  @Test
  void refusesLinksThatTogetherLeadOutOfTheTree() {
    assertThat(problem("s/t/up", "../..", "out", "s/t/up/.."))
        .hasValue("the link out leads out of the tree, to s/t/up/..");
    assertThat(problem("b", "c", "c", "b")).isPresent();
  }

  @Test
  void refusesPathsThatNoFileSystemHas() {
    assertThat(problem("d/".repeat(2000) + "x.h", ""))
        .hasValueSatisfying(p -> assertThat(p).contains("2000 folders deep").hasSizeLessThan(120));
    assertThat(problem("x".repeat(5000), ""))
        .hasValueSatisfying(p -> assertThat(p).contains("5000 characters"));
  }

  @Test
  void refusesModulesThatAreNoFile() {
    assertThat(problem(".gitmodules/x", "")).isPresent();
    assertThat(problem("io/.GitModules", "a.h")).isPresent();
    assertThat(problem(".gitmodules", "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".g\u200cit/x",
        "\ufeff.git",
        ".git::$INDEX_ALLOCATION/x",
        ".git . ./x",
        "GIT~1/x",
        "git~1:s",
        ".git\\x"
      })
  void aPathIsNoGitFolderToAnyFileSystem(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> HeaderPath.of(path));
  }

  @Test
  void aPathIsShownWithoutControlCharacters() {
    HeaderPath path = HeaderPath.of("a\n::error::b\u001b.h");
    assertThat(path).hasToString("a\\x0a::error::b\\x1b.h");
    assertThat(path.value()).contains("\n");
  }
}
