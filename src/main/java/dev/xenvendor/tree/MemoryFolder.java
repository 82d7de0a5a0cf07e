package dev.xenvendor.tree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A folder put together in memory. What an edit leaves alone is shared with the folder before. */
final class MemoryFolder implements HeaderFolder {

  static final HeaderFolder EMPTY = new MemoryFolder(Map.of(), Map.of());

  private final Map<String, HeaderFile> files;
  private final Map<String, HeaderFolder> folders;

  private MemoryFolder(Map<String, HeaderFile> files, Map<String, HeaderFolder> folders) {
    this.files = files;
    this.folders = folders;
  }

  /** The folder that holds nothing but another one at a path. */
  static HeaderFolder around(HeaderFolder inner, HeaderPath path) {
    HeaderFolder outer = inner;
    for (String rest = path.value(); !rest.isEmpty(); ) {
      int slash = rest.lastIndexOf('/');
      outer = new MemoryFolder(Map.of(), Map.of(rest.substring(slash + 1), outer));
      rest = rest.substring(0, Math.max(slash, 0));
    }
    return outer;
  }

  /** A folder with some files set, or taken out; folders that become empty go away. */
  static HeaderFolder edited(
      HeaderFolder before, Map<HeaderPath, ? extends Optional<HeaderFile>> edits) {
    Edit edit = new Edit();
    edits.forEach((path, file) -> edit.put(path.value(), file));
    return edit.of(before);
  }

  @Override
  public Map<String, HeaderFile> files() {
    return files;
  }

  @Override
  public Map<String, HeaderFolder> folders() {
    return folders;
  }

  @Override
  public Optional<GitId> knownId() {
    return Optional.empty();
  }

  /** The edits of one folder. */
  private static final class Edit {

    private final Map<String, Optional<HeaderFile>> files = new LinkedHashMap<>();
    private final Map<String, Edit> folders = new LinkedHashMap<>();

    void put(String path, Optional<HeaderFile> file) {
      int slash = path.indexOf('/');
      if (slash < 0) {
        files.put(path, file);
      } else {
        folders
            .computeIfAbsent(path.substring(0, slash), name -> new Edit())
            .put(path.substring(slash + 1), file);
      }
    }

    HeaderFolder of(HeaderFolder before) {
      SortedMap<String, HeaderFile> newFiles = new TreeMap<>(before.files());
      files.forEach((name, file) -> set(newFiles, name, file.orElse(null)));
      // Sorted by their names with a slash, which is the place of what is in them.
      SortedMap<String, HeaderFolder> sorted = new TreeMap<>();
      before.folders().forEach((name, folder) -> sorted.put(name + '/', folder));
      folders.forEach(
          (name, edit) -> {
            HeaderFolder now = edit.of(sorted.getOrDefault(name + '/', EMPTY));
            set(sorted, name + '/', now.isEmpty() ? null : now);
          });
      Map<String, HeaderFolder> newFolders = new LinkedHashMap<>();
      sorted.forEach((key, folder) -> newFolders.put(key.substring(0, key.length() - 1), folder));
      return new MemoryFolder(
          Collections.unmodifiableMap(newFiles), Collections.unmodifiableMap(newFolders));
    }

    private static <T> void set(Map<String, T> map, String name, @Nullable T value) {
      if (value == null) {
        map.remove(name);
      } else {
        map.put(name, value);
      }
    }
  }
}
