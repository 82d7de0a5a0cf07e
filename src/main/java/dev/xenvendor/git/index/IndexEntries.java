package dev.xenvendor.git.index;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The entries of an index at a place or below it. */
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

    /** Returns whether this is a file, and not one that a merge left in several versions. */
    boolean isFile() {
      return size() == 1 && !isFolder;
    }

    int size() {
      return end - begin;
    }
  }

  private final RawIndex index;
  private final Range all;

  private IndexEntries(RawIndex index, Range all) {
    this.index = index;
    this.all = all;
  }

  /**
   * @param place a folder or a file; empty for all
   */
  static IndexEntries at(String place, RawIndex index) {
    if (place.isEmpty()) {
      return new IndexEntries(index, new Range(0, index.size(), true));
    }
    byte[] file = place.getBytes(StandardCharsets.UTF_8);
    int begin = index.paths().find(file);
    int end = begin;
    while (end < index.size() && index.paths().is(end, file)) {
      end++;
    }
    return new IndexEntries(
        index, begin < end ? new Range(begin, end, false) : folder(place + '/', index));
  }

  private static Range folder(String place, RawIndex index) {
    byte[] prefix = place.getBytes(StandardCharsets.UTF_8);
    int begin = index.paths().find(prefix);
    int end = begin;
    while (end < index.size() && index.paths().startsWith(end, prefix)) {
      end++;
    }
    return new Range(begin, end, true);
  }

  RawIndex index() {
    return index;
  }

  Range all() {
    return all;
  }

  /**
   * Returns what a folder holds: for each name the entries of the file, which are several where a
   * merge left it unmerged, or those below the folder of that name.
   *
   * @param prefix the folder with a slash at its end; empty for the root
   * @param range the entries below it
   */
  Map<String, Range> children(String prefix, Range range) {
    Map<String, Range> children = new LinkedHashMap<>();
    IndexPaths paths = index.paths();
    int from = prefix.getBytes(StandardCharsets.UTF_8).length;
    int begin = range.begin();
    while (begin < range.end()) {
      int nameEnd = paths.endOfName(begin, from);
      boolean isFolder = nameEnd < paths.length(begin);
      int length = isFolder ? nameEnd + 1 : nameEnd;
      int end = begin + 1;
      while (end < range.end()
          && paths.isSame(begin, end, length)
          && (isFolder || paths.length(end) == length)) {
        end++;
      }
      children.put(paths.name(begin, from), new Range(begin, end, isFolder));
      begin = end;
    }
    return children;
  }
}
