package dev.xenvendor.tree;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A set of headers by path, in path order; it never changes. */
public final class HeaderTree {

  public static final HeaderTree EMPTY = new HeaderTree(new LinkedHashMap<>());

  /**
   * In path order. A tree is read far more often than it is made. One of this and the folder is
   * always known; the other is made when it is first needed.
   */
  private @Nullable Map<HeaderPath, HeaderFile> files;

  private @Nullable HeaderFolder root;

  private @Nullable GitId id;

  /** A merge compares the same two trees again and again. */
  private @Nullable Comparison last;

  /** The paths in which another tree differs. */
  private record Comparison(HeaderTree other, Set<HeaderPath> differences) {}

  private HeaderTree(Map<HeaderPath, HeaderFile> inOrder) {
    this.files = Collections.unmodifiableMap(inOrder);
  }

  private HeaderTree(HeaderFolder root) {
    this.root = root;
  }

  public static HeaderTree of(Map<HeaderPath, HeaderFile> files) {
    return new HeaderTree(new LinkedHashMap<>(inOrder(files)));
  }

  /** The tree of what is in a folder and below it; only what is needed of it is fetched. */
  public static HeaderTree of(HeaderFolder root) {
    return new HeaderTree(root);
  }

  private static Map<HeaderPath, HeaderFile> inOrder(Map<HeaderPath, HeaderFile> files) {
    return isInOrder(files) ? files : new TreeMap<>(files);
  }

  /** Git keeps its trees in nearly the same order, so that most need no sorting. */
  private static boolean isInOrder(Map<HeaderPath, HeaderFile> files) {
    HeaderPath last = null;
    for (HeaderPath path : files.keySet()) {
      if (last != null && last.compareTo(path) >= 0) {
        return false;
      }
      last = path;
    }
    return true;
  }

  public Optional<HeaderFile> get(HeaderPath path) {
    Map<HeaderPath, HeaderFile> known = files;
    if (known != null) {
      return Optional.ofNullable(known.get(path));
    }
    String value = path.value();
    return folderOf(root(), value)
        .flatMap(folder -> folder.file(value.substring(value.lastIndexOf('/') + 1)));
  }

  /** The folder that a path leads to, up to its last slash. */
  private static Optional<HeaderFolder> folderOf(HeaderFolder root, String path) {
    Optional<HeaderFolder> folder = Optional.of(root);
    int begin = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', begin)) {
      String name = path.substring(begin, slash);
      folder = folder.flatMap(outer -> outer.folder(name));
      begin = slash + 1;
    }
    return folder;
  }

  public boolean contains(HeaderPath path) {
    return get(path).isPresent();
  }

  /** Returns whether there is a file at each path at which another tree has one. */
  public boolean containsAll(HeaderTree other) {
    return differences(other).stream().allMatch(path -> contains(path) || !other.contains(path));
  }

  public Set<HeaderPath> paths() {
    return files().keySet();
  }

  /** The files by path, in path order. */
  public Map<HeaderPath, HeaderFile> files() {
    Map<HeaderPath, HeaderFile> known = files;
    if (known == null) {
      Map<HeaderPath, HeaderFile> all = new LinkedHashMap<>();
      addFiles(root(), "", all);
      known = Collections.unmodifiableMap(inOrder(all));
      files = known;
    }
    return known;
  }

  private static void addFiles(HeaderFolder from, String prefix, Map<HeaderPath, HeaderFile> to) {
    Iterator<Map.Entry<String, HeaderFile>> rest = from.files().entrySet().iterator();
    Map.Entry<String, HeaderFile> file = rest.hasNext() ? rest.next() : null;
    for (Map.Entry<String, HeaderFolder> folder : from.folders().entrySet()) {
      while (file != null && file.getKey().compareTo(folder.getKey() + '/') < 0) {
        to.put(new HeaderPath(prefix + file.getKey()), file.getValue());
        file = rest.hasNext() ? rest.next() : null;
      }
      addFiles(folder.getValue(), prefix + folder.getKey() + '/', to);
    }
    while (file != null) {
      to.put(new HeaderPath(prefix + file.getKey()), file.getValue());
      file = rest.hasNext() ? rest.next() : null;
    }
  }

  private HeaderFolder root() {
    HeaderFolder known = root;
    if (known == null) {
      Map<HeaderPath, Optional<HeaderFile>> all = new LinkedHashMap<>();
      files().forEach((path, file) -> all.put(path, Optional.of(file)));
      known = MemoryFolder.edited(MemoryFolder.EMPTY, all);
      root = known;
    }
    return known;
  }

  public int size() {
    return files != null ? files.size() : root().size();
  }

  public boolean isEmpty() {
    return files != null ? files.isEmpty() : root().isEmpty();
  }

  /** The files whose path passes the test. */
  public HeaderTree only(Predicate<HeaderPath> wanted) {
    Map<HeaderPath, HeaderFile> kept = new LinkedHashMap<>(files());
    kept.keySet().removeIf(wanted.negate());
    return new HeaderTree(kept);
  }

  /** This tree with other files instead of its own, or beside them. */
  public HeaderTree with(Map<HeaderPath, HeaderFile> others) {
    if (others.isEmpty()) {
      return this;
    }
    Map<HeaderPath, Optional<HeaderFile>> edits = new LinkedHashMap<>();
    others.forEach((path, file) -> edits.put(path, Optional.of(file)));
    return edited(edits);
  }

  /** This tree with some files set, or taken out where there is none. */
  public HeaderTree edited(Map<HeaderPath, Optional<HeaderFile>> edits) {
    if (edits.isEmpty()) {
      return this;
    }
    if (root != null) {
      return new HeaderTree(MemoryFolder.edited(root, edits));
    }
    Map<HeaderPath, HeaderFile> all = new LinkedHashMap<>(files());
    edits.forEach(
        (path, file) -> {
          if (file.isPresent()) {
            all.put(path, file.get());
          } else {
            all.remove(path);
          }
        });
    return new HeaderTree(inOrder(all));
  }

  /** This tree without some files. */
  public HeaderTree without(Set<HeaderPath> paths) {
    Map<HeaderPath, Optional<HeaderFile>> edits = new LinkedHashMap<>();
    paths.forEach(path -> edits.put(path, Optional.empty()));
    return edited(edits);
  }

  /** This tree below a folder of a larger tree. */
  public HeaderTree under(HeaderPath folder) {
    return new HeaderTree(isEmpty() ? MemoryFolder.EMPTY : MemoryFolder.around(root(), folder));
  }

  /** The part of this tree below a folder, seen from that folder. */
  public HeaderTree below(HeaderPath folder) {
    return folderOf(root(), folder.value() + '/').map(HeaderTree::new).orElse(EMPTY);
  }

  /** The same headers with their bytes read, so that they outlive the place these are kept in. */
  public HeaderTree inMemory() {
    Map<HeaderPath, HeaderFile> read = new LinkedHashMap<>();
    files().forEach((path, file) -> read.put(path, HeaderFile.of(file.mode(), file.bytes())));
    return new HeaderTree(read);
  }

  /** The paths at which this tree and another do not have the same file, in path order. */
  public Set<HeaderPath> differences(HeaderTree other) {
    return comparedWith(other)
        .or(() -> other.comparedWith(this))
        .orElseGet(
            () -> {
              Set<HeaderPath> found =
                  Collections.unmodifiableSet(FolderComparison.between(root(), other.root()));
              remember(other, found);
              return found;
            });
  }

  private void remember(HeaderTree other, Set<HeaderPath> found) {
    if (other != EMPTY) { // which would keep the last tree alive for ever
      other.last = new Comparison(this, found);
    }
  }

  private Optional<Set<HeaderPath>> comparedWith(HeaderTree other) {
    Comparison known = last;
    return known != null && known.other() == other
        ? Optional.of(known.differences())
        : Optional.empty();
  }

  /** Returns what turns this tree into another: by path, in path order, the new file or none. */
  public Map<HeaderPath, Optional<HeaderFile>> editsTo(HeaderTree other) {
    Map<HeaderPath, Optional<HeaderFile>> edits = new LinkedHashMap<>();
    differences(other).forEach(path -> edits.put(path, other.get(path)));
    return edits;
  }

  /** The git tree id: equal ids mean equal paths, modes and bytes. */
  public GitId id() {
    if (id == null) {
      id = TreeId.of(root());
    }
    return id;
  }
}
