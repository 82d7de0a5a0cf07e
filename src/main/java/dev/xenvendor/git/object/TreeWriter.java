package dev.xenvendor.git.object;

import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Writes trees: an existing one with some files set or taken out; untouched folders stay as they
 * are.
 */
public final class TreeWriter {

  /** One line of a tree object. */
  private record Entry(FileMode mode, ObjectId id) {}

  /** What becomes of a line of a tree object, which may not be there yet. */
  @FunctionalInterface
  private interface LineEdit {
    Optional<Entry> after(Optional<ObjectId> before) throws IOException;
  }

  /** The edits of one folder. */
  private static final class FolderEdit {
    final Map<String, Optional<HeaderFile>> files = new TreeMap<>();
    final Map<String, FolderEdit> folders = new TreeMap<>();

    void put(String path, Optional<HeaderFile> file) {
      int slash = path.indexOf('/');
      if (slash < 0) {
        files.put(path, file);
      } else {
        folders
            .computeIfAbsent(path.substring(0, slash), name -> new FolderEdit())
            .put(path.substring(slash + 1), file);
      }
    }

    boolean adds() {
      return files.values().stream().anyMatch(Optional::isPresent)
          || folders.values().stream().anyMatch(FolderEdit::adds);
    }
  }

  private final TreeObjects trees;
  private final ObjectWriter writer;

  TreeWriter(TreeObjects trees, ObjectWriter writer) {
    this.trees = trees;
    this.writer = writer;
  }

  /**
   * The tree with the edits made.
   *
   * @param edits the new file by its path, or empty to take the file out
   */
  public ObjectId write(
      Optional<? extends AnyObjectId> tree, Map<HeaderPath, Optional<HeaderFile>> edits)
      throws IOException {
    FolderEdit root = new FolderEdit();
    edits.forEach((path, file) -> root.put(path.value(), file));
    Optional<ObjectId> written = write(tree, root);
    // A tree without files is written all the same: git knows its id, but need not have it.
    return written.isPresent() ? written.get() : insert(new TreeFormatter());
  }

  /** Lines that the edits do not name are copied as they are. */
  private Optional<ObjectId> write(Optional<? extends AnyObjectId> tree, FolderEdit edit)
      throws IOException {
    CanonicalTreeParser line =
        tree.isPresent() ? trees.parser(tree.get()) : new CanonicalTreeParser();
    TreeFormatter lines = new TreeFormatter();
    int count = 0;
    for (Map.Entry<byte[], LineEdit> next : edits(edit).entrySet()) {
      for (; !line.eof() && compare(line, next.getKey()) < 0; line.next()) {
        copy(line, lines);
        count++;
      }
      Optional<ObjectId> before = Optional.empty();
      if (!line.eof() && compare(line, next.getKey()) == 0) {
        before = Optional.of(line.getEntryObjectId());
        line.next();
      }
      Optional<Entry> after = next.getValue().after(before);
      if (after.isPresent()) {
        append(next.getKey(), after.get(), lines);
        count++;
      }
    }
    for (; !line.eof(); line.next()) {
      copy(line, lines);
      count++;
    }
    return count == 0 ? Optional.empty() : Optional.of(insert(lines));
  }

  /** The edits of a folder's lines by their names, of which a folder's ends in a slash. */
  private SortedMap<byte[], LineEdit> edits(FolderEdit edit) {
    SortedMap<byte[], LineEdit> edits = new TreeMap<>(Arrays::compareUnsigned);
    edit.files.forEach(
        (name, file) -> {
          edits.put(
              Constants.encode(name),
              before -> file.isPresent() ? Optional.of(entry(file.get())) : Optional.empty());
          if (file.isPresent()) {
            edits.put(folderKey(name), before -> Optional.empty());
          }
        });
    edit.folders.forEach(
        (name, folder) -> {
          boolean replacesFile = edit.files.getOrDefault(name, Optional.empty()).isPresent();
          edits.put(
              folderKey(name),
              before ->
                  write(replacesFile ? Optional.empty() : before, folder)
                      .map(id -> new Entry(FileMode.TREE, id)));
          if (folder.adds()) {
            edits.put(Constants.encode(name), before -> Optional.empty());
          }
        });
    return edits;
  }

  private static byte[] folderKey(String name) {
    return Constants.encode(name + '/');
  }

  /** Compares the name of a line with a key in the order of git's trees. */
  private static int compare(CanonicalTreeParser line, byte[] key) {
    byte[] name = line.getEntryPathBuffer();
    int length = line.getEntryPathLength();
    if (isFolder(line.getEntryRawMode())) {
      name = Arrays.copyOf(name, length + 1);
      name[length++] = '/';
    }
    return Arrays.compareUnsigned(name, 0, length, key, 0, key.length);
  }

  private static void copy(CanonicalTreeParser line, TreeFormatter to) {
    to.append(
        line.getEntryPathBuffer(),
        0,
        line.getEntryPathLength(),
        line.getEntryFileMode(),
        line.idBuffer(),
        line.idOffset());
  }

  private static void append(byte[] key, Entry entry, TreeFormatter to) {
    int length = isFolder(entry.mode().getBits()) ? key.length - 1 : key.length;
    to.append(key, 0, length, entry.mode(), entry.id());
  }

  private static boolean isFolder(int mode) {
    return FileMode.TREE.equals(mode);
  }

  private Entry entry(HeaderFile file) throws IOException {
    return new Entry(TreeReader.jgitMode(file.mode()), idOf(file));
  }

  private ObjectId idOf(HeaderFile file) throws IOException {
    return file.mode() == dev.xenvendor.tree.FileMode.GITLINK
        ? GitRepository.jgitId(file.id())
        : writer.blob(file);
  }

  private ObjectId insert(TreeFormatter lines) throws IOException {
    return writer.insert(Constants.OBJ_TREE, lines.toByteArray());
  }
}
