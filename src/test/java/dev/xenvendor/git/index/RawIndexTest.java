package dev.xenvendor.git.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.merge.Conflict.Stage;
import dev.xenvendor.merge.Side;
import dev.xenvendor.testing.NativeGit;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
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

  private static final String ELSEWHERE = "io/ü/ö.h";

  @TempDir Path folder;
  private NativeGit git;

  @BeforeEach
  void committed() throws IOException {
    git = NativeGit.inWorkTree(folder);
    git.run("config", "core.quotePath", "false");
    for (String path : List.of("a.h", "io.h", "io/a.h", "io/ring.h", "io-x/b.h")) {
      write(path, path);
    }
    write("long/" + "folder/".repeat(20) + "x".repeat(200) + ".h", "");
    for (int i = 0; i < 300; i++) {
      write("many/" + i % 7 + "/f" + i + ".h", "many " + i);
    }
    Files.createSymbolicLink(folder.resolve("link.h"), Path.of("a.h"));
    assertThat(folder.resolve("io/ring.h").toFile().setExecutable(true)).isTrue();
    git.run("add", "*.h");
    // Past the file system, whose names may be bound to another encoding.
    String id = git.run("hash-object", "a.h").strip();
    git.run(utf8("100644 " + id + "\t" + ELSEWHERE + "\n"), "update-index", "--index-info");
    git.run("commit", "-qm", "Files");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private RawIndex read() throws IOException {
    return RawIndex.read(folder.resolve(".git/index"));
  }

  /** As {@code git ls-files --stage} prints the entries. */
  private static List<String> stages(RawIndex index) {
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

  private void assertAsGitSays(RawIndex index) {
    String said = new String(git.run(new byte[0], "ls-files", "--stage"), StandardCharsets.UTF_8);
    assertThat(stages(index)).isEqualTo(said.lines().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "3", "4"})
  void everyVersion(String version) throws IOException {
    // Version 3 is what git writes where an entry has more flags, and else version 2.
    git.run("update-index", "--index-version", version);
    if (!version.equals("2")) {
      git.run("update-index", "--skip-worktree", "io/a.h");
    }
    RawIndex index = read();

    assertThat(index.bytes()[7]).isEqualTo(Byte.parseByte(version));
    assertAsGitSays(index);
    for (int i = 0; i < index.size(); i++) {
      assertThat(index.isLeftOut(i))
          .isEqualTo(!version.equals("2") && index.path(i).equals("io/a.h"));
      if (!index.path(i).equals(ELSEWHERE)) {
        BasicFileAttributes file =
            Files.readAttributes(
                folder.resolve(index.path(i)),
                BasicFileAttributes.class,
                LinkOption.NOFOLLOW_LINKS);
        assertThat(index.length(i)).isEqualTo((int) file.size());
        assertThat(index.modified(i)).isEqualTo(file.lastModifiedTime().to(TimeUnit.NANOSECONDS));
      }
      byte[] path = utf8(index.path(i));
      assertThat(index.paths().find(path)).isEqualTo(i);
      assertThat(index.paths().is(i, path)).isTrue();
    }
  }

  @Test
  void aPathThatIsNotThere() throws IOException {
    RawIndex index = read();

    int place = index.paths().find(utf8("io/"));

    assertThat(index.path(place)).isEqualTo("io/a.h");
    assertThat(index.path(place - 1)).isEqualTo("io.h");
    assertThat(index.paths().find(utf8("zzz"))).isEqualTo(index.size());
  }

  @Test
  void thePathOfAFileThatAMergeLeft() throws IOException {
    git.run("checkout", "-q", "-b", "other");
    write("a.h", "other");
    git.run("commit", "-qam", "Other");
    git.run("checkout", "-q", "-");
    write("a.h", "this");
    git.run("commit", "-qam", "This");
    git.run("merge", "-q", "other");
    RawIndex index = read();

    assertAsGitSays(index);
    assertThat(stages(index)).anyMatch(line -> line.endsWith(" 3\ta.h"));
    assertThat(IndexTree.id(index, "")).isEmpty();
    assertThat(IndexEntries.at("a.h", index).all()).isEqualTo(new IndexEntries.Range(0, 3, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "4"})
  void theTreesItWasWrittenAs(String version) throws IOException {
    git.run("update-index", "--index-version", version);
    CacheTree trees = read().tree().orElseThrow();

    for (String path : List.of("", "io", "many", "many/3")) {
      String id = git.run("rev-parse", "HEAD:" + path).strip();
      assertThat(trees.id(path)).hasToString("Optional[" + id + "]");
    }
    assertThat(trees.id("nowhere")).isEmpty();

    write("many/3/new.h", "new");
    git.run("add", "many/3/new.h");
    CacheTree after = read().tree().orElseThrow();
    assertThat(after.id("")).isEmpty();
    assertThat(after.id("many/3")).isEmpty();
    assertThat(after.id("io")).isEqualTo(trees.id("io"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "4"})
  void theTreesItWouldBeWrittenAs(String version) throws IOException {
    git.run("update-index", "--index-version", version);
    write("many/3/new.h", "new");
    write("many.h", "beside the folder");
    git.run("add", "many/3/new.h", "many.h");
    RawIndex index = read();
    assertThat(index.tree().orElseThrow().id("")).isEmpty();

    String written = git.run("write-tree").strip();
    for (String path : List.of("", "io", "many", "many/3")) {
      String id = git.run("rev-parse", written + ":" + path).strip();
      assertThat(IndexTree.id(index, path)).hasToString("Optional[" + id + "]");
    }
    assertThat(IndexTree.id(index, "a.h")).isEmpty();
    assertThat(IndexTree.id(index, "nowhere")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "3", "4"})
  void anEditReplacesEntriesAsGitDoes(String version) throws IOException {
    Random random = new Random(42);
    for (int round = 0; round < 5; round++) {
      git.run("update-index", "--index-version", version);
      if (version.equals("3")) {
        git.run("update-index", "--skip-worktree", read().path(round));
      }
      RawIndex before = read();
      Map<HeaderPath, Optional<HeaderFile>> settled = randomEdits(random, before);
      HeaderPath conflicting = HeaderPath.of("many/" + round % 7 + "/conflict" + round + ".h");
      Stage stage = new Stage(conflicting, Side.VENDOR, HeaderFile.regular(utf8("a.h")));
      IndexEdit edit = new IndexEdit(before);
      edit.replace(settled, List.of(stage));
      byte[] edited = edit.bytes(ResolveUndo.NONE);
      StringBuilder lines = new StringBuilder();
      settled.forEach((path, file) -> lines.append(line(path, 0, file)));
      lines.append(line(conflicting, 0, Optional.empty()));
      lines.append(line(conflicting, 3, Optional.of(stage.file())));
      git.run(utf8(lines.toString()), "update-index", "--index-info");
      byte[] expected = git.run(new byte[0], "ls-files", "--stage");
      Files.write(folder.resolve(".git/index"), edited);

      assertThat(edited[7]).as("version").isEqualTo(Byte.parseByte(version));
      assertThat(text(git.run(new byte[0], "ls-files", "--stage"))).isEqualTo(text(expected));
      assertAsGitSays(read());
      git.run("rm", "-q", "--cached", conflicting.value());
      assertThat(git.run("write-tree").strip()).isEqualTo(treeWithoutWhatTheIndexKnows());
    }
  }

  @Test
  void anEditKeepsTheTreesThatItDoesNotTouch() throws IOException {
    CacheTree trees = read().tree().orElseThrow();
    IndexEdit edit = new IndexEdit(read());
    edit.replace(
        Map.of(
            HeaderPath.of("many/3/f3.h"), Optional.of(HeaderFile.regular(utf8("a.h"))),
            HeaderPath.of("io"), Optional.of(HeaderFile.regular(utf8("a.h")))),
        List.of());
    Files.write(folder.resolve(".git/index"), edit.bytes(ResolveUndo.NONE));
    CacheTree after = read().tree().orElseThrow();

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
    HeaderFile content = HeaderFile.regular(utf8("a.h"));
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

  @Test
  void noIndexYet() throws IOException {
    Files.delete(folder.resolve(".git/index"));

    assertThat(read().size()).isZero();
  }

  @Test
  void whatIsSplitIsRefused() {
    git.run("update-index", "--split-index");

    assertThatThrownBy(this::read).isInstanceOf(IOException.class).hasMessageContaining("link");
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
        stages(read());
      } catch (IOException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1000);
  }
}
