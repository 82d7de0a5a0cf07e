package dev.xenvendor.git.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xenvendor.testing.NativeGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Git's index as read here, held against what git says of it. */
@Tag("slow")
final class RawIndexTest {

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
  void everyVersion(String version) throws IOException {
    // Version 3 is what git writes where an entry has more flags, and else version 2.
    git.run("update-index", "--index-version", version);
    if (!version.equals("2")) {
      git.run("update-index", "--skip-worktree", "io/a.h");
    }
    RawIndex index = files.read();

    assertThat(index.bytes()[7]).isEqualTo(Byte.parseByte(version));
    files.assertAsGitSays(index);
    for (int i = 0; i < index.size(); i++) {
      assertThat(index.isLeftOut(i))
          .isEqualTo(!version.equals("2") && index.path(i).equals("io/a.h"));
      if (!index.path(i).equals(IndexedFiles.ELSEWHERE)) {
        BasicFileAttributes file =
            Files.readAttributes(
                folder.resolve(index.path(i)),
                BasicFileAttributes.class,
                LinkOption.NOFOLLOW_LINKS);
        assertThat(index.length(i)).isEqualTo((int) file.size());
        assertThat(index.modified(i)).isEqualTo(file.lastModifiedTime().to(TimeUnit.NANOSECONDS));
      }
      byte[] path = IndexedFiles.utf8(index.path(i));
      assertThat(index.paths().find(path)).isEqualTo(i);
      assertThat(index.paths().is(i, path)).isTrue();
    }
  }

  @Test
  void aPathThatIsNotThere() throws IOException {
    RawIndex index = files.read();

    int place = index.paths().find(IndexedFiles.utf8("io/"));

    assertThat(index.path(place)).isEqualTo("io/a.h");
    assertThat(index.path(place - 1)).isEqualTo("io.h");
    assertThat(index.paths().find(IndexedFiles.utf8("zzz"))).isEqualTo(index.size());
  }

  @Test
  void thePathOfAFileThatAMergeLeft() throws IOException {
    git.run("checkout", "-q", "-b", "other");
    files.write("a.h", "other");
    git.run("commit", "-qam", "Other");
    git.run("checkout", "-q", "-");
    files.write("a.h", "this");
    git.run("commit", "-qam", "This");
    git.run("merge", "-q", "other");
    RawIndex index = files.read();

    files.assertAsGitSays(index);
    assertThat(IndexedFiles.stages(index)).anyMatch(line -> line.endsWith(" 3\ta.h"));
    assertThat(IndexTree.id(index, "")).isEmpty();
    assertThat(IndexEntries.at("a.h", index).all()).isEqualTo(new IndexEntries.Range(0, 3, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "4"})
  void theTreesItWasWrittenAs(String version) throws IOException {
    git.run("update-index", "--index-version", version);
    CacheTree trees = files.read().tree().orElseThrow();

    for (String path : List.of("", "io", "many", "many/3")) {
      String id = git.run("rev-parse", "HEAD:" + path).strip();
      assertThat(trees.id(path)).hasToString("Optional[" + id + "]");
    }
    assertThat(trees.id("nowhere")).isEmpty();

    files.write("many/3/new.h", "new");
    git.run("add", "many/3/new.h");
    CacheTree after = files.read().tree().orElseThrow();
    assertThat(after.id("")).isEmpty();
    assertThat(after.id("many/3")).isEmpty();
    assertThat(after.id("io")).isEqualTo(trees.id("io"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "4"})
  void theTreesItWouldBeWrittenAs(String version) throws IOException {
    git.run("update-index", "--index-version", version);
    files.write("many/3/new.h", "new");
    files.write("many.h", "beside the folder");
    git.run("add", "many/3/new.h", "many.h");
    RawIndex index = files.read();
    assertThat(index.tree().orElseThrow().id("")).isEmpty();

    String written = git.run("write-tree").strip();
    for (String path : List.of("", "io", "many", "many/3")) {
      String id = git.run("rev-parse", written + ":" + path).strip();
      assertThat(IndexTree.id(index, path)).hasToString("Optional[" + id + "]");
    }
    assertThat(IndexTree.id(index, "a.h")).isEmpty();
    assertThat(IndexTree.id(index, "nowhere")).isEmpty();
  }

  @Test
  void noIndexYet() throws IOException {
    Files.delete(folder.resolve(".git/index"));

    assertThat(files.read().size()).isZero();
  }

  @Test
  void whatIsSplitIsRefused() {
    git.run("update-index", "--split-index");

    assertThatThrownBy(files::read).isInstanceOf(IOException.class).hasMessageContaining("link");
  }

  /** Whatever stands there, it is read or refused, and in a short time. */
  @ParameterizedTest
  @ValueSource(strings = {"2", "4"})
  void whatIsDamagedIsReadOrRefused(String version) throws IOException {
    git.run("update-index", "--index-version", version);
    Path file = folder.resolve(".git/index");
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] damaged =
          i % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int k = 0; k < 3 && damaged.length > 0; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      try {
        IndexedFiles.stages(files.read());
      } catch (IOException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1000);
  }
}
