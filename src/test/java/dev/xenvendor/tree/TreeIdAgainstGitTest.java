package dev.xenvendor.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.testing.NativeGit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The id of a tree is the one {@code git write-tree} gives it. */
final class TreeIdAgainstGitTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "xen.h",
        "a.h io/ring.h",
        "a a.h a-b", // files alone
        "a/b a.h a-b a0", // a folder sorts as if its name ended in a slash
        "a/b a.h/c a-b/d a0/e",
        "a/b/c/d a/b.h a/b-c a/b/c.h",
        "B a b/A b/a B.h",
        "Müller.h Zürich/a z ü",
        "a+x a/x",
        "x:100755 y:120000 z/x:100755",
      })
  void theIdIsGits(String paths) {
    NativeGit git = NativeGit.inRepository(folder);
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    StringBuilder index = new StringBuilder();
    for (String word : paths.split(" ")) {
      if (!word.isEmpty()) {
        String[] parts = word.split(":");
        String mode = parts.length == 1 ? FileMode.REGULAR.octal() : parts[1];
        HeaderFile file = HeaderFile.of(FileMode.ofOctal(mode), bytes("content of " + word));
        files.put(HeaderPath.of(parts[0]), file);
        index.append(mode).append(' ').append(file.id()).append('\t').append(parts[0]).append('\n');
      }
    }
    git.run(bytes(index.toString()), "update-index", "--index-info");
    assertThat(HeaderTree.of(files).id().hex())
        .isEqualTo(git.run("write-tree", "--missing-ok").strip());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
