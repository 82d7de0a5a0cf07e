package dev.xenvendor.tree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A folder with some files and folders replaced. The others are not read before need be. */
final class EditedFolder implements HeaderFolder {

  private final HeaderFolder before;
  private final Map<String, Optional<HeaderFile>> editedFiles;

  /** A folder that became empty is not there any more. */
  private final Map<String, HeaderFolder> editedFolders;

  private @Nullable Map<String, HeaderFile> files;
  private @Nullable Map<String, HeaderFolder> folders;

  /**
   * Edits a folder. One that was edited before has the edits of both then.
   *
   * @param fileEdits by name, the new file, or none where it goes away; taken over
   * @param folderEdits by name, the new folder, which may be empty; taken over
   */
  EditedFolder(
      HeaderFolder folder,
      Map<String, Optional<HeaderFile>> fileEdits,
      Map<String, HeaderFolder> folderEdits) {
    this.before = before(folder);
    this.editedFiles = fileEdits;
    this.editedFolders = folderEdits;
    if (folder instanceof EditedFolder earlier) {
      earlier.editedFiles.forEach(editedFiles::putIfAbsent);
      earlier.editedFolders.forEach(editedFolders::putIfAbsent);
    }
  }

  /** The folder without its edits. */
  static HeaderFolder before(HeaderFolder folder) {
    return folder instanceof EditedFolder edited ? edited.before : folder;
  }

  static Set<String> editedFiles(HeaderFolder folder) {
    return folder instanceof EditedFolder edited ? edited.editedFiles.keySet() : Set.of();
  }

  static Set<String> editedFolders(HeaderFolder folder) {
    return folder instanceof EditedFolder edited ? edited.editedFolders.keySet() : Set.of();
  }

  @Override
  public Optional<HeaderFile> file(String name) {
    Optional<HeaderFile> edit = editedFiles.get(name);
    return edit != null ? edit : before.file(name);
  }

  @Override
  public Optional<HeaderFolder> folder(String name) {
    HeaderFolder edit = editedFolders.get(name);
    return edit != null
        ? Optional.of(edit).filter(folder -> !folder.isEmpty())
        : before.folder(name);
  }

  @Override
  public Map<String, HeaderFile> files() {
    Map<String, HeaderFile> known = files;
    if (known == null) {
      SortedMap<String, HeaderFile> all = new TreeMap<>(before.files());
      editedFiles.forEach((name, file) -> set(all, name, file));
      known = Collections.unmodifiableMap(all);
      files = known;
    }
    return known;
  }

  @Override
  public Map<String, HeaderFolder> folders() {
    Map<String, HeaderFolder> known = folders;
    if (known == null) {
      // Sorted by their names with a slash, which is the place of what is in them.
      SortedMap<String, HeaderFolder> sorted = new TreeMap<>();
      before.folders().forEach((name, folder) -> sorted.put(name + '/', folder));
      editedFolders.keySet().forEach(name -> set(sorted, name + '/', folder(name)));
      Map<String, HeaderFolder> all = new LinkedHashMap<>();
      sorted.forEach((key, folder) -> all.put(key.substring(0, key.length() - 1), folder));
      known = Collections.unmodifiableMap(all);
      folders = known;
    }
    return known;
  }

  private static <T> void set(Map<String, T> map, String name, Optional<T> value) {
    if (value.isPresent()) {
      map.put(name, value.get());
    } else {
      map.remove(name);
    }
  }

  @Override
  public boolean isEmpty() {
    return editedFiles.values().stream().allMatch(Optional::isEmpty)
        && editedFolders.values().stream().allMatch(HeaderFolder::isEmpty)
        && before.isEmptyBut(editedFiles.keySet(), editedFolders.keySet());
  }

  @Override
  public Optional<GitId> knownId() {
    return Optional.empty();
  }
}
