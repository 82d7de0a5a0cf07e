package dev.xenvendor.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Records how a tar stream ended: a complete one ends in a block of zeros. */
final class TarEndDetector extends FilterInputStream {

  private static final int BLOCK = 512;

  private int zeros;

  TarEndDetector(InputStream in) {
    super(in);
  }

  boolean endsInZeros() {
    return zeros >= BLOCK;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    if (next >= 0) {
      zeros = next == 0 ? zeros + 1 : 0;
    }
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    int run = 0;
    while (run < count && buffer[offset + count - 1 - run] == 0) {
      run++;
    }
    if (count > 0) {
      zeros = run == count ? Math.min(zeros + run, 2 * BLOCK) : run;
    }
    return count;
  }

  /** Skipping would hide how the stream ends. */
  @Override
  public long skip(long n) throws IOException {
    byte[] buffer = new byte[(int) Math.min(n, 8192)];
    return Math.max(0, read(buffer, 0, buffer.length));
  }
}
