package dev.xenvendor.tree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The name git gives an object: the SHA-1 of its type, size and content. */
public final class GitId implements Comparable<GitId> {

  /** The number of bytes in an id; twice as many hex digits. */
  public static final int LENGTH = 20;

  // Ids are made and compared by the thousand, so they are kept as numbers.
  private final long first;
  private final long second;
  private final int third;

  private GitId(ByteBuffer bytes) {
    first = bytes.getLong();
    second = bytes.getLong();
    third = bytes.getInt();
  }

  /** The id with the given 40 hex digits. */
  public static GitId of(String hex) {
    try {
      if (hex.length() == 2 * LENGTH) {
        return ofBytes(HexFormat.of().parseHex(hex), 0);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not a git object id: " + hex, e);
    }
    throw new IllegalArgumentException("not a git object id: " + hex);
  }

  /** The id in the 20 bytes from the given place on. */
  public static GitId ofBytes(byte[] bytes, int offset) {
    return new GitId(ByteBuffer.wrap(bytes, offset, LENGTH));
  }

  public static GitId ofBlob(byte[] content) {
    return hash("blob", content);
  }

  static GitId hash(String type, byte[] content) {
    MessageDigest sha1 = Digests.sha1();
    sha1.update((type + ' ' + content.length + '\0').getBytes(StandardCharsets.US_ASCII));
    return ofBytes(sha1.digest(content), 0);
  }

  /** The 20 bytes of the id. */
  public byte[] bytes() {
    return ByteBuffer.allocate(LENGTH).putLong(first).putLong(second).putInt(third).array();
  }

  /** The 40 hex digits of the id. */
  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }

  /** The first seven digits, for people. */
  public String abbreviated() {
    return hex().substring(0, 7);
  }

  @Override
  public int compareTo(GitId other) {
    int byFirst = Long.compareUnsigned(first, other.first);
    if (byFirst != 0) {
      return byFirst;
    }
    int bySecond = Long.compareUnsigned(second, other.second);
    return bySecond != 0 ? bySecond : Integer.compareUnsigned(third, other.third);
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof GitId other
        && first == other.first
        && second == other.second
        && third == other.third;
  }

  @Override
  public int hashCode() {
    return (int) first; // a digest is as good a hash as any
  }

  @Override
  public String toString() {
    return hex();
  }
}
