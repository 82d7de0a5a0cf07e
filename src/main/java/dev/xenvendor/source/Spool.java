package dev.xenvendor.source;

import dev.xenvendor.tree.HeaderFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was unpacked in one temporary file, so that an archive of any size takes little memory
 * and no name of its entries ever touches the file system.
 */
final class Spool implements AutoCloseable {

  private @Nullable FileChannel channel;
  private long end;

  /** Keeps the bytes, and tells how to get them back. */
  HeaderFile.Content keep(byte[] bytes) throws IOException {
    FileChannel file = open();
    long start = end;
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      end += file.write(buffer, end);
    }
    return () -> read(file, start, bytes.length);
  }

  private FileChannel open() throws IOException {
    if (channel == null) {
      Path file = Files.createTempFile("xenvendor", ".spool");
      channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    }
    return channel;
  }

  private static byte[] read(FileChannel file, long start, int length) {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    try {
      while (buffer.hasRemaining() && file.read(buffer, start + buffer.position()) >= 0) {
        // until it is full
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.array();
  }

  @Override
  public void close() {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
