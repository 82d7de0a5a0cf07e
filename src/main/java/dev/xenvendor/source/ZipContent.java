package dev.xenvendor.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** The content of a zip entry, which must have the size and the CRC that the archive records. */
final class ZipContent extends CheckedInputStream {

  private final ZipArchiveEntry entry;
  private long size;

  ZipContent(InputStream in, ZipArchiveEntry entry) {
    super(in, new CRC32());
    this.entry = entry;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? next : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return count(super.read(buffer, offset, length));
  }

  private int count(int read) throws IOException {
    size += Math.max(read, 0);
    if (read < 0 && (size != entry.getSize() || getChecksum().getValue() != entry.getCrc())) {
      throw new IOException(entry.getName() + " is damaged: its CRC differs");
    }
    return read;
  }
}
