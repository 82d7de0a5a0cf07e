package dev.xenvendor.git.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.merge.Conflict.Stage;
import dev.xenvendor.merge.Side;
import dev.xenvendor.testing.NativeGit;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Edits of git's index in place, held against what git makes of the same edits. */
@Tag("slow")
final class IndexEditTest {

  @TempDir Path folder;
  private IndexedFiles files;
  private NativeGit git;

  @BeforeEach
  void committed() throws IOException {
    files = IndexedFiles.committed(folder);
    git = files.git();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "3", "4"})
  void anEditReplacesEntriesAsGitDoes(String version) throws IOException {
    Random random = new Random(42);
    for (int round = 0; round < 5; round++) {
      git.run("update-index", "--index-version", version);
      if (version.equals("3")) {
        git.run("update-index", "--skip-worktree", files.read().path(round));
      }
      RawIndex before = files.read();
      Map<HeaderPath, Optional<HeaderFile>> settled = randomEdits(random, before);
      HeaderPath conflicting = HeaderPath.of("many/" + round % 7 + "/conflict" + round + ".h");
      Stage stage =
          new Stage(conflicting, Side.VENDOR, HeaderFile.regular(IndexedFiles.utf8("a.h")));
      IndexEdit edit = new IndexEdit(before);
      edit.replace(settled, List.of(stage));
      byte[] edited = edit.bytes(ResolveUndo.NONE);
      StringBuilder lines = new StringBuilder();
      settled.forEach((path, file) -> lines.append(line(path, 0, file)));
      lines.append(line(conflicting, 0, Optional.empty()));
      lines.append(line(conflicting, 3, Optional.of(stage.file())));
      git.run(IndexedFiles.utf8(lines.toString()), "update-index", "--index-info");
      byte[] expected = git.run(new byte[0], "ls-files", "--stage");
      Files.write(folder.resolve(".git/index"), edited);

      assertThat(edited[7]).as("version").isEqualTo(Byte.parseByte(version));
      assertThat(text(git.run(new byte[0], "ls-files", "--stage"))).isEqualTo(text(expected));
      files.assertAsGitSays(files.read());
      git.run("rm", "-q", "--cached", conflicting.value());
      assertThat(git.run("write-tree").strip()).isEqualTo(treeWithoutWhatTheIndexKnows());
    }
  }

  @Test
  void anEditKeepsTheTreesThatItDoesNotTouch() throws IOException {
    CacheTree trees = files.read().tree().orElseThrow();
    IndexEdit edit = new IndexEdit(files.read());
    edit.replace(
        Map.of(
            HeaderPath.of("many/3/f3.h"), Optional.of(HeaderFile.regular(IndexedFiles.utf8("a.h"))),
            HeaderPath.of("io"), Optional.of(HeaderFile.regular(IndexedFiles.utf8("a.h")))),
        List.of());
    Files.write(folder.resolve(".git/index"), edit.bytes(ResolveUndo.NONE));
    CacheTree after = files.read().tree().orElseThrow();

    assertThat(after.id("many/4")).isEqualTo(trees.id("many/4")).isPresent();
    assertThat(after.id("many/3")).isEmpty();
    assertThat(after.id("many")).isEmpty();
    assertThat(after.id("")).isEmpty();
    assertThat(after.id("io")).isEmpty();
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static String line(HeaderPath path, int stage, Optional<HeaderFile> file) {
    return file.map(f -> f.mode().octal() + " " + f.id() + " " + stage + "\t" + path + "\n")
        .orElse("0 " + "0".repeat(40) + "\t" + path + "\n");
  }

  /** Files changed, deleted and added, also where a folder was and in a folder of a file's name. */
  private Map<HeaderPath, Optional<HeaderFile>> randomEdits(Random random, RawIndex index) {
    // What git has already, so that it can write the tree.
    HeaderFile content = HeaderFile.regular(IndexedFiles.utf8("a.h"));
    Map<HeaderPath, Optional<HeaderFile>> edits = new TreeMap<>();
    for (int i = 0; i < 12; i++) {
      HeaderPath some = HeaderPath.of(index.path(random.nextInt(index.size())));
      boolean delete = random.nextBoolean();
      edits.put(some, delete ? Optional.empty() : Optional.of(content));
      if (delete) {
        edits.put(some.resolve("below.h"), Optional.of(content));
      }
      edits.put(HeaderPath.of("new" + random.nextInt(50) + "/ü" + i + ".h"), Optional.of(content));
    }
    return edits;
  }

  private String treeWithoutWhatTheIndexKnows() {
    byte[] entries = git.run(new byte[0], "ls-files", "--stage");
    git.run("read-tree", "--empty");
    git.run(entries, "update-index", "--index-info");
    return git.run("write-tree").strip();
  }
}
