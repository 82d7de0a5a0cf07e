package dev.xenvendor.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.testing.NativeGit;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The tree as it lies in the folder, held against what git would add. */
final class GitWorkTreeTest {

  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2008-08-20T10:00:00Z"));

  @TempDir Path folder;
  private NativeGit git;

  @BeforeEach
  void committed() throws IOException {
    git = NativeGit.inWorkTree(folder);
    for (String path : new String[] {"top.h", "sys/a.h", "sys/io/b.h", "sys/io/c.h"}) {
      write(path, path + "\n");
    }
    write(".gitignore", "*.o\n");
    git.run("add", "-A");
    git.run("commit", "-qm", "Files");
  }

  /** With an old time, so that nothing is looked at merely since it is new. */
  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, LONG_AGO);
  }

  private Map<String, String> seen(String in) {
    try (GitRepository repository = GitRepository.open(folder)) {
      GitWorkTree tree = new GitWorkTree(repository);
      HeaderTree files = in.isEmpty() ? tree.tree() : tree.tree(HeaderPath.of(in));
      Map<String, String> texts = new TreeMap<>();
      files
          .files()
          .forEach(
              (path, file) ->
                  texts.put(path.value(), new String(file.bytes(), StandardCharsets.UTF_8)));
      // The same file by file.
      files
          .files()
          .forEach(
              (path, file) ->
                  assertThat(tree.file(HeaderPath.of(in.isEmpty() ? "" + path : in + "/" + path)))
                      .contains(file));
      return texts;
    }
  }

  @Test
  void whatIsCommittedAndNotChanged() {
    assertThat(seen("sys"))
        .containsExactly(
            Map.entry("a.h", "sys/a.h\n"),
            Map.entry("io/b.h", "sys/io/b.h\n"),
            Map.entry("io/c.h", "sys/io/c.h\n"));
    assertThat(seen("").keySet())
        .containsExactly(".gitignore", "sys/a.h", "sys/io/b.h", "sys/io/c.h", "top.h");
    assertThat(seen("nowhere")).isEmpty();
  }

  @Test
  void whatIsChangedDeletedAndNew() throws IOException {
    write("sys/a.h", "other size\n");
    Files.writeString(folder.resolve("sys/io/b.h"), "sys/io/X.h\n"); // of the same size
    Files.delete(folder.resolve("sys/io/c.h"));
    write("sys/new.h", "new\n");
    write("sys/new.o", "ignored\n");

    assertThat(seen("sys"))
        .containsExactly(
            Map.entry("a.h", "other size\n"),
            Map.entry("io/b.h", "sys/io/X.h\n"),
            Map.entry("new.h", "new\n"));
  }

  @Test
  void whatWasChangedInTheMomentTheIndexWasWritten() throws IOException {
    Path file = folder.resolve("sys/a.h");
    FileTime future = FileTime.from(Instant.now().plusSeconds(3600));
    Files.setLastModifiedTime(file, future);
    git.run("add", "-A");
    Files.writeString(file, "SYS/A.H\n");
    Files.setLastModifiedTime(file, future);

    assertThat(seen("sys")).containsEntry("a.h", "SYS/A.H\n");
  }

  @Test
  void aModeAndALink() throws IOException {
    assertThat(folder.resolve("sys/a.h").toFile().setExecutable(true)).isTrue();
    Files.delete(folder.resolve("sys/io/b.h"));
    Files.createSymbolicLink(folder.resolve("sys/io/b.h"), Path.of("c.h"));

    try (GitRepository repository = GitRepository.open(folder)) {
      HeaderTree files = new GitWorkTree(repository).tree(HeaderPath.of("sys"));
      assertThat(files.get(HeaderPath.of("a.h")).orElseThrow().mode())
          .isEqualTo(FileMode.EXECUTABLE);
      assertThat(files.get(HeaderPath.of("io/b.h")).orElseThrow().mode())
          .isEqualTo(FileMode.SYMLINK);
      assertThat(files.get(HeaderPath.of("io/b.h")).orElseThrow().bytes())
          .asString()
          .isEqualTo("c.h");
    }
  }

  @Test
  void lineEndingsAsGitWouldStoreThem() throws IOException {
    git.run("config", "core.autocrlf", "true");
    write("sys/a.h", "one\r\ntwo\r\n");

    assertThat(seen("sys")).containsEntry("a.h", "one\ntwo\n");
  }

  @Test
  void whatASparseCheckoutLeavesOut() throws IOException {
    git.run("update-index", "--skip-worktree", "sys/io/b.h");
    Files.delete(folder.resolve("sys/io/b.h"));

    assertThat(seen("sys")).containsEntry("io/b.h", "sys/io/b.h\n");
  }

  @Test
  void anotherRepositoryInsideIsNotPartOfIt() throws IOException {
    Files.createDirectories(folder.resolve("sys/inner"));
    NativeGit.in(folder.resolve("sys/inner")).run("init", "-q");
    write("sys/inner/file.h", "theirs\n");

    assertThat(seen("sys").keySet()).containsExactly("a.h", "io/b.h", "io/c.h");
  }

  private GitId idOf(String in) {
    try (GitRepository repository = GitRepository.open(folder)) {
      return new GitWorkTree(repository).tree(HeaderPath.of(in)).id();
    }
  }

  /** The tree that git makes of the index. */
  private String wrote() {
    return git.run("write-tree").strip();
  }

  private String folderOf(String tree) {
    return git.run("rev-parse", tree + ":sys").strip();
  }

  /** Its id is known without a look at any file; otherwise it must come out of the files. */
  @Test
  void theTreesIdIsGits() throws IOException {
    assertThat(idOf("sys").hex()).isEqualTo(folderOf("HEAD"));

    write("sys/io/new.h", "new\n");
    git.run("add", "-A");
    String withNew = wrote();
    assertThat(idOf("sys").hex()).isEqualTo(folderOf(withNew));

    Files.delete(folder.resolve("sys/a.h"));
    git.run("add", "-A");
    assertThat(idOf("sys").hex()).isEqualTo(folderOf(wrote()));
    write("sys/io/new.h", "newer\n");
    assertThat(idOf("sys").hex()).isNotEqualTo(folderOf(withNew));
  }

  /** So many that several threads look at them. */
  @Test
  void manyFoldersOfWhichSomeFilesChanged() throws IOException {
    for (int i = 0; i < 2500; i++) {
      write("sys/d" + i % 50 + "/e" + i % 7 + "/f" + i + ".h", i + "\n");
    }
    git.run("add", "-A");
    git.run("commit", "-qm", "Many");
    assertThat(idOf("sys").hex()).isEqualTo(folderOf("HEAD"));

    write("sys/d7/e0/f7.h", "changed\n");
    Files.delete(folder.resolve("sys/d8/e1/f8.h"));
    write("sys/d9/e2/new.h", "new\n");
    HeaderTree seen;
    try (GitRepository repository = GitRepository.open(folder)) {
      seen = new GitWorkTree(repository).tree(HeaderPath.of("sys")).inMemory();
    }
    git.run("add", "-A");
    assertThat(seen.id().hex()).isEqualTo(folderOf(wrote()));
  }

  @Test
  void aFileWhereTheIndexHasAFolderAndTheOtherWayRound() throws IOException {
    Files.delete(folder.resolve("sys/io/b.h"));
    Files.delete(folder.resolve("sys/io/c.h"));
    Files.delete(folder.resolve("sys/io"));
    write("sys/io", "a file now\n");
    Files.delete(folder.resolve("sys/a.h"));
    write("sys/a.h/in.h", "in a folder now\n");

    assertThat(seen("sys"))
        .containsExactly(
            Map.entry("a.h/in.h", "in a folder now\n"), Map.entry("io", "a file now\n"));
  }

  @Test
  void aFileOrALinkWhereAFolderIsAskedFor() throws IOException {
    write("vendor", "no folder\n");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("sys"));

    assertThat(seen("vendor")).isEmpty();
    assertThat(seen("vendor/sample")).isEmpty();
    assertThat(seen("link")).isEmpty();
    assertThat(seen("top.h")).isEmpty();
  }

  /** Git goes on with the files that it tracks. */
  @Test
  void aRepositoryThatWasMadeAroundTrackedFiles() throws IOException {
    NativeGit.in(folder.resolve("sys/io")).run("init", "-q");

    assertThat(seen("sys").keySet()).containsExactly("a.h", "io/b.h", "io/c.h");
  }

  /** Nobody writes into it, so that to read it would never end. */
  @Test
  @Timeout(60)
  void aPipeIsNoFile() throws IOException, InterruptedException {
    Process made = new ProcessBuilder("mkfifo", folder.resolve("sys/pipe").toString()).start();
    assumeThat(made.waitFor()).isZero();

    assertThat(seen("sys").keySet()).containsExactly("a.h", "io/b.h", "io/c.h");
  }
}
