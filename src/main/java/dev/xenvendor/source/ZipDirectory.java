package dev.xenvendor.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The two lists of names in a zip archive: before the contents and in the directory at the end, and
 * how many entries the directory has. Where the two differ, one is damaged, or programs disagree
 * about what the archive holds.
 */
final class ZipDirectory implements AutoCloseable {

  private static final int NAME_LENGTH_AT = 26;
  private static final int NAME_AT = 30;

  private static final int END_LENGTH = 22;
  private static final int LONGEST_END = END_LENGTH + 0xffff;

  /** The placeholder for a number that does not fit. */
  private static final int MANY = 0xffff;

  private final FileChannel channel;

  ZipDirectory(Path file) throws IOException {
    this.channel = FileChannel.open(file);
  }

  void requireSame(ZipArchiveEntry entry) throws IOException {
    byte[] length = read(entry.getLocalHeaderOffset() + NAME_LENGTH_AT, 2);
    int bytes = (length[0] & 0xff) | (length[1] & 0xff) << 8;
    byte[] name = read(entry.getLocalHeaderOffset() + NAME_AT, bytes);
    if (!Arrays.equals(name, entry.getRawName())) {
      throw new IOException(
          "its directory calls a file " + entry.getName() + " that has another name");
    }
  }

  void requireAll(int entries) throws IOException {
    int recorded = recordedEntries();
    if (recorded != entries && recorded != MANY) {
      throw new IOException("its directory has " + entries + " entries instead of " + recorded);
    }
  }

  /** The number of entries in the end record, which only a comment may follow. */
  private int recordedEntries() throws IOException {
    int length = (int) Math.min(channel.size(), LONGEST_END);
    byte[] end = read(channel.size() - length, length);
    for (int at = length - END_LENGTH; at >= 0; at--) {
      if (end[at] == 'P' && end[at + 1] == 'K' && end[at + 2] == 5 && end[at + 3] == 6) {
        return (end[at + 10] & 0xff) | (end[at + 11] & 0xff) << 8;
      }
    }
    throw new IOException("it has no directory");
  }

  private byte[] read(long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
      // until it is full
    }
    return bytes.array();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
