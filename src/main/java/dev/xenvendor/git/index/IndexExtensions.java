package dev.xenvendor.git.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The extensions after the entries of an index.
 *
 * @param tree the trees that were written from the index
 * @param resolveUndo the sides of conflicts that were resolved, in the extension's own form
 */
record IndexExtensions(Optional<CacheTree> tree, Optional<byte[]> resolveUndo) {

  private static final int HEAD = 2 * Integer.BYTES;

  /**
   * Reads the extensions from an offset in the file to its checksum.
   *
   * @throws IOException if one is cut off, or must be understood and is not known here
   */
  static IndexExtensions read(byte[] bytes, int begin) throws IOException {
    Optional<CacheTree> tree = Optional.empty();
    Optional<byte[]> resolveUndo = Optional.empty();
    int end = bytes.length - RawIndex.CHECKSUM;
    int at = begin;
    while (at + HEAD <= end) {
      String name = new String(bytes, at, Integer.BYTES, StandardCharsets.ISO_8859_1);
      int length = ByteBuffer.wrap(bytes).getInt(at + Integer.BYTES);
      at += HEAD;
      if (length < 0 || length > end - at) {
        throw new IOException("the index ends within an extension");
      }
      if (name.equals(CacheTree.EXTENSION)) {
        tree = Optional.of(CacheTree.read(bytes, at));
      } else if (name.equals(ResolveUndo.EXTENSION)) {
        resolveUndo = Optional.of(Arrays.copyOfRange(bytes, at, at + length));
      } else if (!Character.isUpperCase(name.charAt(0))) {
        throw new IOException("the index needs the extension " + name); // of the others git says so
      }
      at += length;
    }
    return new IndexExtensions(tree, resolveUndo);
  }
}
