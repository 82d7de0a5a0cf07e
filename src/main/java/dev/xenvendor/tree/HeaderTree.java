package dev.xenvendor.tree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A set of headers by path, in path order; it never changes. */
public final class HeaderTree {

  /** A place from which a tree is fetched on demand. */
  public interface Store {

    Map<HeaderPath, HeaderFile> files();

    /** How many files there are; where they are kept may know without fetching them. */
    default int size() {
      return files().size();
    }
  }

  public static final HeaderTree EMPTY = new HeaderTree(new LinkedHashMap<>());

  private final Store store;

  /** In path order. A tree is read far more often than it is made. */
  private @Nullable Map<HeaderPath, HeaderFile> files;

  private @Nullable GitId id;

  private HeaderTree(Map<HeaderPath, HeaderFile> inOrder) {
    this.store = () -> inOrder;
    this.files = Collections.unmodifiableMap(inOrder);
  }

  private HeaderTree(GitId id, Store store) {
    this.store = store;
    this.id = id;
  }

  public static HeaderTree of(Map<HeaderPath, HeaderFile> files) {
    return new HeaderTree(new LinkedHashMap<>(inOrder(files)));
  }

  /** A tree known by its id, whose files are fetched when they are needed. */
  public static HeaderTree stored(GitId id, Store store) {
    return new HeaderTree(id, store);
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
    return Optional.ofNullable(files().get(path));
  }

  public boolean contains(HeaderPath path) {
    return files().containsKey(path);
  }

  public Set<HeaderPath> paths() {
    return files().keySet();
  }

  /** The files by path, in path order. */
  public Map<HeaderPath, HeaderFile> files() {
    Map<HeaderPath, HeaderFile> known = files;
    if (known == null) {
      known = Collections.unmodifiableMap(inOrder(store.files()));
      files = known;
    }
    return known;
  }

  public int size() {
    return files != null ? files.size() : store.size();
  }

  public boolean isEmpty() {
    return size() == 0;
  }

  /** The files whose path passes the test. */
  public HeaderTree only(Predicate<HeaderPath> wanted) {
    Map<HeaderPath, HeaderFile> kept = new LinkedHashMap<>(files());
    kept.keySet().removeIf(wanted.negate());
    return new HeaderTree(kept);
  }

  /** This tree with other files in the place of its own, or beside them. */
  public HeaderTree with(Map<HeaderPath, HeaderFile> others) {
    if (others.isEmpty()) {
      return this;
    }
    Map<HeaderPath, HeaderFile> all = new LinkedHashMap<>(files());
    all.putAll(others);
    return new HeaderTree(inOrder(all));
  }

  /** This tree below a folder of a larger tree. */
  public HeaderTree under(HeaderPath folder) {
    Map<HeaderPath, HeaderFile> moved = new LinkedHashMap<>();
    files().forEach((path, file) -> moved.put(folder.resolve(path), file));
    return new HeaderTree(moved);
  }

  /** The part of this tree below a folder, seen from that folder. */
  public HeaderTree below(HeaderPath folder) {
    Map<HeaderPath, HeaderFile> kept = new LinkedHashMap<>();
    files().forEach((path, file) -> path.below(folder).ifPresent(rest -> kept.put(rest, file)));
    return new HeaderTree(kept);
  }

  /** The same headers with their bytes read, so that they outlive the place these are kept in. */
  public HeaderTree inMemory() {
    Map<HeaderPath, HeaderFile> read = new LinkedHashMap<>();
    files().forEach((path, file) -> read.put(path, HeaderFile.of(file.mode(), file.bytes())));
    return new HeaderTree(read);
  }

  /** The paths at which this tree and another do not have the same file, in path order. */
  public Set<HeaderPath> differences(HeaderTree other) {
    Set<HeaderPath> differences = new LinkedHashSet<>();
    if (id != null && id.equals(other.id)) {
      return differences;
    }
    TreeCursor here = new TreeCursor(this);
    TreeCursor there = new TreeCursor(other);
    while (here.isAtFile() || there.isAtFile()) {
      int order = here.order(there);
      if (order != 0 || !here.file().equals(there.file())) {
        differences.add(order <= 0 ? here.path() : there.path());
      }
      if (order <= 0) {
        here.move();
      }
      if (order >= 0) {
        there.move();
      }
    }
    return differences;
  }

  /** What turns this tree into another: by path, in path order, the new file or none. */
  public Map<HeaderPath, Optional<HeaderFile>> editsTo(HeaderTree other) {
    Map<HeaderPath, Optional<HeaderFile>> edits = new LinkedHashMap<>();
    differences(other).forEach(path -> edits.put(path, other.get(path)));
    return edits;
  }

  /** The git tree id: equal ids mean equal paths, modes and bytes. */
  public GitId id() {
    if (id == null) {
      id = TreeId.of(files());
    }
    return id;
  }
}
