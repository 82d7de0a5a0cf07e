package dev.xenvendor.header;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A set of headers by path, in path order; it never changes. */
public final class HeaderTree {

  public static final HeaderTree EMPTY = new HeaderTree(new TreeMap<>());

  private final SortedMap<HeaderPath, HeaderFile> files;

  private HeaderTree(SortedMap<HeaderPath, HeaderFile> files) {
    this.files = Collections.unmodifiableSortedMap(files);
  }

  public static HeaderTree of(Map<HeaderPath, HeaderFile> files) {
    return new HeaderTree(new TreeMap<>(files));
  }

  public Optional<HeaderFile> get(HeaderPath path) {
    return Optional.ofNullable(files.get(path));
  }

  public boolean contains(HeaderPath path) {
    return files.containsKey(path);
  }

  public Set<HeaderPath> paths() {
    return files.keySet();
  }

  public SortedMap<HeaderPath, HeaderFile> files() {
    return files;
  }

  public int size() {
    return files.size();
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** The files whose path passes the test. */
  public HeaderTree only(Predicate<HeaderPath> wanted) {
    SortedMap<HeaderPath, HeaderFile> kept = new TreeMap<>(files);
    kept.keySet().removeIf(wanted.negate());
    return new HeaderTree(kept);
  }

  /** This tree as it stands below a folder of a larger tree. */
  public HeaderTree under(HeaderPath folder) {
    SortedMap<HeaderPath, HeaderFile> moved = new TreeMap<>();
    files.forEach((path, file) -> moved.put(folder.resolve(path), file));
    return new HeaderTree(moved);
  }

  /** The part of this tree below a folder, seen from that folder. */
  public HeaderTree below(HeaderPath folder) {
    SortedMap<HeaderPath, HeaderFile> kept = new TreeMap<>();
    files.forEach((path, file) -> path.below(folder).ifPresent(rest -> kept.put(rest, file)));
    return new HeaderTree(kept);
  }

  /** The same headers with their bytes read, so that they outlive the place these are kept in. */
  public HeaderTree inMemory() {
    SortedMap<HeaderPath, HeaderFile> read = new TreeMap<>();
    files.forEach((path, file) -> read.put(path, HeaderFile.of(file.mode(), file.bytes())));
    return new HeaderTree(read);
  }

  /** The git tree id: equal ids mean equal paths, modes and bytes. */
  public GitId id() {
    return TreeId.of(files);
  }
}
