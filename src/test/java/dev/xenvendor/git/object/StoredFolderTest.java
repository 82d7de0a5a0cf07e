package dev.xenvendor.git.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.git.repository.NewRepository;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees of a repository are the same trees as those that are in memory. */
final class StoredFolderTest {

  private static final int PAIRS = 300;

  /** A file may have the name of another tree's folder, and sorts otherwise than that. */
  private static final List<String> PATHS =
      List.of("a", "a/b.h", "a/c/d.h", "a.h", "a-b.h", "a0/b.h", "b.h", "b.h/e.h", "z/a.h", "ä.h");

  private static final List<FileMode> MODES =
      List.of(FileMode.REGULAR, FileMode.REGULAR, FileMode.REGULAR, FileMode.EXECUTABLE);

  @TempDir Path folder;
  private GitRepository repository;

  @BeforeEach
  void create() {
    NewRepository.create(folder);
    repository = GitRepository.open(folder);
  }

  @Test
  void theyDifferWhereTheirFilesDiffer() {
    for (int seed = 0; seed < PAIRS; seed++) {
      Random random = new Random(seed);
      HeaderTree before = random(random);
      HeaderTree after = random(random);
      assertThat(stored(before).differences(stored(after)))
          .as("seed %d", seed)
          .isEqualTo(before.differences(after))
          .isEqualTo(stored(before).differences(after))
          .isEqualTo(byFiles(before, after));
    }
  }

  @Test
  void editsOfThemAreWhatEditsOfFilesAre() {
    for (int seed = 0; seed < PAIRS; seed++) {
      Random random = new Random(seed);
      HeaderTree inMemory = random(random);
      HeaderTree other = random(random);
      HeaderTree once = inMemory.without(other.paths());
      HeaderTree twice = once.with(random(random).files());
      HeaderTree stored = stored(inMemory);
      HeaderTree storedOnce = stored.without(other.paths());
      HeaderTree storedTwice = storedOnce.with(twice.files());
      assertThat(storedOnce.isEmpty()).as("seed %d", seed).isEqualTo(once.isEmpty());
      assertThat(storedTwice.differences(stored)).isEqualTo(byFiles(twice, inMemory));
      assertThat(storedOnce.differences(storedTwice)).isEqualTo(byFiles(once, twice));
      assertThat(stored(other).differences(storedTwice)).isEqualTo(byFiles(other, twice));
      for (String path : PATHS) {
        assertThat(storedTwice.get(HeaderPath.of(path))).isEqualTo(twice.get(HeaderPath.of(path)));
      }
      assertThat(List.copyOf(storedTwice.files().entrySet()))
          .isEqualTo(List.copyOf(twice.files().entrySet()));
      assertThat(storedTwice.id()).isEqualTo(twice.id());
    }
  }

  @Test
  void aModeThatGitNoLongerWritesIsNoDifference() throws IOException {
    HeaderTree today = treeOfOne("100644");
    HeaderTree old = treeOfOne("100664");
    assertThat(today.id()).isNotEqualTo(old.id());
    assertThat(today.differences(old)).isEmpty();
  }

  private HeaderTree treeOfOne(String mode) throws IOException {
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    tree.writeBytes((mode + " a.h\0").getBytes(StandardCharsets.US_ASCII));
    Constants.EMPTY_BLOB_ID.copyRawTo(tree);
    try (ObjectInserter inserter = repository.jgit().newObjectInserter()) {
      ObjectId id = inserter.insert(Constants.OBJ_TREE, tree.toByteArray());
      inserter.flush();
      return new TreeReader(repository.jgit()).read(id);
    }
  }

  private static Object byFiles(HeaderTree here, HeaderTree there) {
    Map<HeaderPath, HeaderFile> all = new TreeMap<>(here.files());
    all.putAll(there.files());
    all.keySet().removeIf(path -> here.get(path).equals(there.get(path)));
    return all.keySet();
  }

  private static HeaderTree random(Random random) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    for (String path : PATHS) {
      boolean free =
          files.keySet().stream().noneMatch(other -> path.startsWith(other.value() + '/'));
      if (free && random.nextInt(3) > 0) {
        byte[] content = {(byte) random.nextInt(2)};
        files.put(
            HeaderPath.of(path), HeaderFile.of(MODES.get(random.nextInt(MODES.size())), content));
      }
    }
    return HeaderTree.of(files);
  }

  private HeaderTree stored(HeaderTree tree) {
    Map<HeaderPath, Optional<HeaderFile>> files = new LinkedHashMap<>();
    tree.files().forEach((path, file) -> files.put(path, Optional.of(file)));
    try (ObjectWriter writer = new ObjectWriter(repository.jgit())) {
      ObjectId id = writer.trees().write(Optional.empty(), files);
      writer.flush();
      return new TreeReader(repository.jgit()).read(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
