package dev.xenvendor.c.token;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a file's bytes.
 *
 * @param start offset of its first byte
 * @param end offset after its last byte
 */
public record ByteRange(int start, int end) {

  public ByteRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range: " + start + " to " + end);
    }
  }

  // A record's own two are put together by Java when they are first called, and slower ever after.

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof ByteRange other && start == other.start && end == other.end;
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }

  public int length() {
    return end - start;
  }

  public boolean contains(ByteRange other) {
    return start <= other.start && other.end <= end;
  }

  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  /** The bytes of the file that are in it. */
  public byte[] of(byte[] file) {
    return Arrays.copyOfRange(file, start, end);
  }
}
