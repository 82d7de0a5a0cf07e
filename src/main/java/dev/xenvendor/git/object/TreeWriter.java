package dev.xenvendor.git.object;

import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
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
    return written.isPresent() ? written.get() : insert(new TreeMap<>());
  }

  private Optional<ObjectId> write(Optional<? extends AnyObjectId> tree, FolderEdit edit)
      throws IOException {
    // The key's slash sorts folders among files as git does.
    SortedMap<String, Entry> entries = entries(tree);
    for (Map.Entry<String, Optional<HeaderFile>> file : edit.files.entrySet()) {
      String name = file.getKey();
      entries.remove(name);
      if (file.getValue().isPresent()) {
        HeaderFile content = file.getValue().get();
        entries.remove(name + '/');
        entries.put(name, new Entry(TreeReader.jgitMode(content.mode()), idOf(content)));
      }
    }
    for (Map.Entry<String, FolderEdit> folder : edit.folders.entrySet()) {
      String name = folder.getKey() + '/';
      Optional<ObjectId> old = Optional.ofNullable(entries.remove(name)).map(Entry::id);
      Optional<ObjectId> now = write(old, folder.getValue());
      if (now.isPresent()) {
        entries.remove(folder.getKey());
        entries.put(name, new Entry(FileMode.TREE, now.get()));
      }
    }
    return entries.isEmpty() ? Optional.empty() : Optional.of(insert(entries));
  }

  private ObjectId idOf(HeaderFile file) throws IOException {
    return file.mode() == dev.xenvendor.tree.FileMode.GITLINK
        ? GitRepository.jgitId(file.id())
        : writer.blob(file);
  }

  private SortedMap<String, Entry> entries(Optional<? extends AnyObjectId> tree)
      throws IOException {
    SortedMap<String, Entry> entries = new TreeMap<>(TreeWriter::compareAsBytes);
    if (tree.isEmpty()) {
      return entries;
    }
    CanonicalTreeParser parser = trees.parser(tree.get());
    for (; !parser.eof(); parser.next()) {
      FileMode mode = parser.getEntryFileMode();
      String name = parser.getEntryPathString();
      entries.put(
          FileMode.TREE.equals(mode.getBits()) ? name + '/' : name,
          new Entry(mode, parser.getEntryObjectId()));
    }
    return entries;
  }

  private static int compareAsBytes(String a, String b) {
    return java.util.Arrays.compareUnsigned(Constants.encode(a), Constants.encode(b));
  }

  private ObjectId insert(SortedMap<String, Entry> entries) throws IOException {
    TreeFormatter formatter = new TreeFormatter();
    entries.forEach(
        (key, entry) -> {
          String name =
              FileMode.TREE.equals(entry.mode().getBits())
                  ? key.substring(0, key.length() - 1)
                  : key;
          formatter.append(name, entry.mode(), entry.id());
        });
    return writer.insert(Constants.OBJ_TREE, formatter.toByteArray());
  }
}
