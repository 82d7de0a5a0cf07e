package dev.xenvendor.git.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;

/** The paths of an index's entries, in their order, as bytes. */
final class IndexPaths {

  /** The bytes with the paths: the index, or a copy if the index compresses common prefixes. */
  private byte[] bytes;

  private final int[] begins;
  private final int[] ends;

  /**
   * @param bytes the index
   * @param size how many entries there are
   */
  IndexPaths(byte[] bytes, int size) {
    this.bytes = bytes;
    this.begins = new int[size];
    this.ends = new int[size];
  }

  int size() {
    return begins.length;
  }

  /** Adds a path that is stored in the index. */
  void set(int entry, int begin, int end) {
    begins[entry] = begin;
    ends[entry] = end;
  }

  /**
   * Puts a path together.
   *
   * @param cut how much of the path before it to leave out at its end
   * @param index the bytes with the rest
   */
  void set(int entry, int cut, byte[] index, int begin, int end) {
    if (entry == 0) {
      bytes = new byte[index.length];
    }
    int before = entry == 0 ? 0 : begins[entry - 1];
    int at = entry == 0 ? 0 : ends[entry - 1];
    int kept = at - before - Objects.checkIndex(cut, at - before + 1);
    int length = kept + end - begin;
    if (at + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (at + length));
    }
    System.arraycopy(bytes, before, bytes, at, kept);
    System.arraycopy(index, begin, bytes, at + kept, end - begin);
    set(entry, at, at + length);
  }

  String path(int entry) {
    return text(begins[entry], ends[entry]);
  }

  byte[] bytes(int entry) {
    return Arrays.copyOfRange(bytes, begins[entry], ends[entry]);
  }

  void addTo(MessageDigest digest, int entry) {
    digest.update(bytes, begins[entry], length(entry));
  }

  int length(int entry) {
    return ends[entry] - begins[entry];
  }

  /** The name from an offset of the path to the next slash or the end. */
  String name(int entry, int from) {
    return text(begins[entry] + from, begins[entry] + endOfName(entry, from));
  }

  /** Returns where the name ends that begins at a place of the path. */
  int endOfName(int entry, int from) {
    int end = begins[entry] + from;
    while (end < ends[entry] && bytes[end] != '/') {
      end++;
    }
    return end - begins[entry];
  }

  private String text(int begin, int end) {
    return new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
  }

  /** Adds a name in a path to a tree. */
  void append(int entry, int from, int to, FileMode mode, ObjectId id, TreeFormatter tree) {
    tree.append(bytes, begins[entry] + from, to - from, mode, id);
  }

  /** Returns whether the first bytes of two paths are the same. */
  boolean isSame(int entry, int other, int length) {
    return length(other) >= length
        && Arrays.equals(
            bytes,
            begins[entry],
            begins[entry] + length,
            bytes,
            begins[other],
            begins[other] + length);
  }

  /** The first entry whose path does not come before the given one. */
  int find(byte[] path) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Arrays.compareUnsigned(bytes, begins[middle], ends[middle], path, 0, path.length) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  boolean is(int entry, byte[] path) {
    return length(entry) == path.length && startsWith(entry, path);
  }

  boolean startsWith(int entry, byte[] path) {
    return length(entry) >= path.length
        && Arrays.equals(bytes, begins[entry], begins[entry] + path.length, path, 0, path.length);
  }
}
