package dev.xenvendor.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A folder put together in memory. */
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
      Map<String, HeaderFolder> edited = new LinkedHashMap<>();
      folders.forEach((name, edit) -> edited.put(name, edit.of(before.folder(name).orElse(EMPTY))));
      return new EditedFolder(before, files, edited);
    }
  }
}
