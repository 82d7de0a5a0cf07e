package dev.xenvendor.diff;

import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.Lines;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Measures how much of one file occurs in another, as git does, so that the same files count as
 * renamed.
 *
 * <p>A file is cut into lines of at most 64 bytes; the score is the number of bytes in pieces that
 * both files hold, over the size of the larger file.
 */
final class Similarity {

  /** The score of equal files; git counts in these units. */
  static final int MAX_SCORE = 60_000;

  private static final int PIECE = 64;
  private static final int HASHES = 107_927;

  /** Bytes per piece hash, as two arrays sorted by hash. */
  private record Sketch(int[] hashes, int[] bytes) {}

  private final Map<HeaderPath, Sketch> beforeSketches = new HashMap<>();
  private final Map<HeaderPath, Sketch> afterSketches = new HashMap<>();

  /** The score of two files, or 0 where it cannot reach the minimum. */
  int score(
      HeaderPath fromPath, HeaderFile from, HeaderPath toPath, HeaderFile to, int minimumScore) {
    if (!from.mode().isFile() || !to.mode().isFile()) {
      return 0;
    }
    byte[] fromBytes = from.bytes();
    byte[] toBytes = to.bytes();
    long larger = Math.max(fromBytes.length, toBytes.length);
    long difference = larger - Math.min(fromBytes.length, toBytes.length);
    if (toBytes.length == 0 || larger * (MAX_SCORE - minimumScore) < difference * MAX_SCORE) {
      return 0;
    }
    Sketch a = beforeSketches.computeIfAbsent(fromPath, path -> sketch(fromBytes));
    Sketch b = afterSketches.computeIfAbsent(toPath, path -> sketch(toBytes));
    return (int) (common(a, b) * MAX_SCORE / larger);
  }

  private static long common(Sketch a, Sketch b) {
    long common = 0;
    int i = 0;
    int j = 0;
    while (i < a.hashes.length && j < b.hashes.length) {
      if (a.hashes[i] == b.hashes[j]) {
        common += Math.min(a.bytes[i++], b.bytes[j++]);
      } else if (a.hashes[i] < b.hashes[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }

  private static Sketch sketch(byte[] content) {
    // Each piece is packed as hash and length, so that one sort brings equal hashes together.
    long[] pieces = new long[content.length / 8 + 16];
    int count = 0;
    boolean text = !Lines.isBinary(content);
    int high = 0;
    int low = 0;
    int length = 0;
    for (int i = 0; i < content.length; i++) {
      int c = content[i] & 0xff;
      if (text && c == '\r' && i + 1 < content.length && content[i + 1] == '\n') {
        continue; // a line is the same whatever it ends in
      }
      int previous = high;
      high = (high << 7) ^ (low >>> 25);
      low = (low << 7) ^ (previous >>> 25);
      high += c;
      if (++length < PIECE && c != '\n') {
        continue;
      }
      if (count == pieces.length) {
        pieces = Arrays.copyOf(pieces, 2 * count);
      }
      pieces[count++] = piece(high, low, length);
      high = 0;
      low = 0;
      length = 0;
    }
    if (length > 0) {
      pieces = Arrays.copyOf(pieces, count + 1);
      pieces[count++] = piece(high, low, length);
    }
    return summed(pieces, count);
  }

  private static long piece(int high, int low, int length) {
    int hash = Integer.remainderUnsigned(high + low * 0x61, HASHES);
    return ((long) hash << 32) | length;
  }

  private static Sketch summed(long[] pieces, int count) {
    Arrays.sort(pieces, 0, count);
    int[] hashes = new int[count];
    int[] bytes = new int[count];
    int size = 0;
    for (int i = 0; i < count; i++) {
      int hash = (int) (pieces[i] >>> 32);
      if (size == 0 || hashes[size - 1] != hash) {
        hashes[size++] = hash;
      }
      bytes[size - 1] += (int) pieces[i];
    }
    return new Sketch(Arrays.copyOf(hashes, size), Arrays.copyOf(bytes, size));
  }
}
