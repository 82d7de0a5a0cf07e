package dev.xenvendor.git.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.testing.NativeGit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A work tree whose files are in git's index. */
record IndexedFiles(Path folder, NativeGit git) {

  /** A path that is only in the index, since the file system may bind names to an encoding. */
  static final String ELSEWHERE = "io/ü/ö.h";

  /** Commits files with all that an index can have of them. */
  static IndexedFiles committed(Path folder) throws IOException {
    NativeGit git = NativeGit.inWorkTree(folder);
    IndexedFiles files = new IndexedFiles(folder, git);
    git.run("config", "core.quotePath", "false");
    for (String path : List.of("a.h", "io.h", "io/a.h", "io/ring.h", "io-x/b.h")) {
      files.write(path, path);
    }
    files.write("long/" + "folder/".repeat(20) + "x".repeat(200) + ".h", "");
    for (int i = 0; i < 300; i++) {
      files.write("many/" + i % 7 + "/f" + i + ".h", "many " + i);
    }
    Files.createSymbolicLink(folder.resolve("link.h"), Path.of("a.h"));
    assertThat(folder.resolve("io/ring.h").toFile().setExecutable(true)).isTrue();
    git.run("add", "*.h");
    // Past the file system, whose names may be bound to another encoding.
    String id = git.run("hash-object", "a.h").strip();
    git.run(utf8("100644 " + id + "\t" + ELSEWHERE + "\n"), "update-index", "--index-info");
    git.run("commit", "-qm", "Files");
    return files;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  RawIndex read() throws IOException {
    return RawIndex.read(folder.resolve(".git/index"));
  }

  /** As {@code git ls-files --stage} prints the entries. */
  static List<String> stages(RawIndex index) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < index.size(); i++) {
      lines.add(
          String.format(
              "%06o %s %d\t%s",
              TreeReader.jgitMode(index.mode(i)).getBits(),
              index.id(i),
              index.stage(i),
              index.path(i)));
    }
    return lines;
  }

  void assertAsGitSays(RawIndex index) {
    String said = new String(git.run(new byte[0], "ls-files", "--stage"), StandardCharsets.UTF_8);
    assertThat(stages(index)).isEqualTo(said.lines().toList());
  }
}
