package dev.xenvendor.git.index;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes an index file, in the version of another one. */
final class IndexBuilder {

  private static final int ALIGNMENT = 8;

  private final RawIndex like;
  private final ByteArrayOutputStream out;
  private int size;
  private byte[] pathBefore = {};

  /**
   * @param like the index whose version to use, and whose entries to copy
   */
  IndexBuilder(RawIndex like) {
    this.like = like;
    this.out = new ByteArrayOutputStream(like.bytes().length + like.bytes().length / 16);
    out.writeBytes(Arrays.copyOf(like.bytes(), RawIndex.HEADER));
  }

  /**
   * Copies entries of the other index. One that may have changed unnoticed since is marked: this
   * index is newer than the file, too.
   *
   * @param end one after the last
   */
  void addAll(int begin, int end) {
    int copied = begin;
    for (int entry = begin; entry < end; entry++) {
      boolean marked = like.modified(entry) >= like.written();
      if (marked || like.shortensPaths()) {
        copy(copied, entry);
        add(entry, marked);
        copied = entry + 1;
      }
    }
    copy(copied, end);
  }

  private void copy(int begin, int end) {
    out.write(like.bytes(), like.begin(begin), like.begin(end) - like.begin(begin));
    size += end - begin;
  }

  private void add(int entry, boolean marked) {
    byte[] fixed = like.fixed(entry);
    if (marked) {
      ByteBuffer.wrap(fixed).putInt(RawIndex.LENGTH, 0);
    }
    add(fixed, like.paths().bytes(entry));
  }

  /**
   * Adds an entry.
   *
   * @param fixed what stands before its path
   */
  void add(byte[] fixed, byte[] path) {
    out.writeBytes(fixed);
    size++;
    if (like.shortensPaths()) {
      addShortened(path);
      return;
    }
    out.writeBytes(path);
    int length = fixed.length + path.length;
    // One to eight NULs fill up to a multiple of eight.
    out.writeBytes(new byte[ALIGNMENT - length % ALIGNMENT]);
  }

  /** Adds a path as version 4 does: the bytes to cut from the path before, and the new end. */
  private void addShortened(byte[] path) {
    int mismatch = Arrays.mismatch(pathBefore, path);
    int kept = mismatch < 0 ? path.length : mismatch;
    addNumber(pathBefore.length - kept);
    out.write(path, kept, path.length - kept);
    out.write(0);
    pathBefore = path;
  }

  /** A number in the variable-width form that git uses for offsets in packs. */
  private void addNumber(int number) {
    byte[] digits = new byte[Integer.BYTES + 1];
    int at = digits.length - 1;
    digits[at] = (byte) (number & 0x7f);
    for (int rest = number >> 7; rest != 0; rest >>= 7) {
      rest--;
      digits[--at] = (byte) (0x80 | (rest & 0x7f));
    }
    out.write(digits, at, digits.length - at);
  }

  void addExtension(String name, byte[] content) {
    out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
    out.writeBytes(content);
  }

  /** The file, with its checksum. */
  byte[] bytes() {
    out.writeBytes(new byte[RawIndex.CHECKSUM]);
    byte[] bytes = out.toByteArray();
    ByteBuffer.wrap(bytes).putInt(RawIndex.COUNT, size);
    IndexStats.sign(bytes);
    return bytes;
  }
}
