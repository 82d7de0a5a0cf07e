package dev.xenvendor.git;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;

/** The entries of an index at a place or below it, in the order of the index. */
final class IndexEntries {

  /**
   * Entries that follow each other.
   *
   * @param end one after the last
   * @param isFolder whether they are files of one folder
   */
  record Range(int begin, int end, boolean isFolder) {

    static final Range NONE = new Range(0, 0, false);

    /** These, or none where they are of a file. */
    Range ifFolder() {
      return isFolder ? this : NONE;
    }

    /** Whether this is a file, and not one that a merge left in several versions. */
    boolean isFile() {
      return size() == 1 && !isFolder;
    }

    int size() {
      return end - begin;
    }
  }

  private final DirCacheEntry[] entries;
  private final String[] paths;
  private final boolean isFile;

  private IndexEntries(DirCacheEntry[] entries, boolean isFile) {
    this.isFile = isFile;
    this.entries = entries;
    this.paths = new String[entries.length];
    for (int i = 0; i < entries.length; i++) {
      paths[i] = entries[i].getPathString();
    }
  }

  /**
   * @param place a folder or a file; empty for all
   */
  static IndexEntries at(String place, DirCache index) {
    DirCacheEntry file = place.isEmpty() ? null : index.getEntry(place);
    return file == null
        ? new IndexEntries(index.getEntriesWithin(place), false)
        : new IndexEntries(new DirCacheEntry[] {file}, true);
  }

  int size() {
    return entries.length;
  }

  DirCacheEntry entry(int at) {
    return entries[at];
  }

  String path(int at) {
    return paths[at];
  }

  Range all() {
    return new Range(0, entries.length, !isFile);
  }

  /**
   * What a folder holds: for each name the entries of the file, which are several where a merge
   * left it unmerged, or those below the folder of that name.
   *
   * @param prefix the folder with a slash at its end; empty for the root
   * @param range the entries below it
   */
  Map<String, Range> children(String prefix, Range range) {
    Map<String, Range> children = new HashMap<>();
    int begin = range.begin();
    while (begin < range.end()) {
      String path = paths[begin];
      int slash = path.indexOf('/', prefix.length());
      String child = slash < 0 ? path : path.substring(0, slash + 1);
      int end = begin + 1;
      while (end < range.end()
          && (slash < 0 ? paths[end].equals(path) : paths[end].startsWith(child))) {
        end++;
      }
      String name = path.substring(prefix.length(), slash < 0 ? path.length() : slash);
      children.put(name, new Range(begin, end, slash >= 0));
      begin = end;
    }
    return children;
  }
}
