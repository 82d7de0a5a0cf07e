package dev.xenvendor.git;

import dev.xenvendor.header.HeaderPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Constants;

/**
 * Completes the file times and numbers in an index that JGit wrote.
 *
 * <p>JGit leaves a file's change time, device, inode and owner at zero. Git then holds every such
 * file for changed until its next refresh, and {@code git merge --abort}, which does not refresh,
 * refuses to work.
 */
final class IndexStats {

  private static final int HEADER = 12;
  private static final int FIXED = 62;
  private static final int FLAGS = 60;
  private static final int EXTENDED = 0x4000;
  private static final int STAGE = 0x3000;
  private static final int CHECKSUM = 20;
  private static final String ATTRIBUTES = "unix:ctime,lastModifiedTime,dev,ino,uid,gid,size";

  private IndexStats() {}

  /** Enters what the file system says of the given files, which are in their places already. */
  static void complete(Path index, WorkTreeFiles files, Collection<HeaderPath> paths)
      throws IOException {
    Map<String, Path> wanted = new HashMap<>();
    for (HeaderPath path : paths) {
      if (files.exists(path)) {
        wanted.put(path.value(), files.at(path));
      }
    }
    if (wanted.isEmpty() || !index.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return;
    }
    byte[] bytes = Files.readAllBytes(index);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int version = buffer.getInt(4);
    int entries = buffer.getInt(8);
    int at = HEADER;
    String previous = "";
    for (int i = 0; i < entries; i++) {
      int flags = buffer.getShort(at + FLAGS);
      int name = at + FIXED + ((flags & EXTENDED) != 0 ? 2 : 0);
      String path;
      int end;
      if (version < 4) {
        end = endOf(bytes, name);
        path = text(bytes, name, end);
        // Names are padded with one to eight NULs to a multiple of eight.
        end = at + ((end - at + 8) & ~7);
      } else {
        int[] cut = varint(bytes, name);
        end = endOf(bytes, cut[1]);
        path = previous.substring(0, previous.length() - cut[0]) + text(bytes, cut[1], end);
        end++;
      }
      Path file = wanted.get(decoded(path));
      if (file != null && (flags & STAGE) == 0) {
        enter(buffer, at, file);
      }
      previous = path;
      at = end;
    }
    sign(bytes);
    Files.write(index, bytes);
  }

  private static int endOf(byte[] bytes, int start) {
    int end = start;
    while (bytes[end] != 0) {
      end++;
    }
    return end;
  }

  /** One character for each byte, since version 4 cuts paths between bytes. */
  private static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }

  private static String decoded(String path) {
    return new String(path.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** A number in git's offset encoding, and where it ends. */
  private static int[] varint(byte[] bytes, int start) {
    int at = start;
    int value = bytes[at] & 0x7f;
    while ((bytes[at] & 0x80) != 0) {
      at++;
      value = ((value + 1) << 7) | (bytes[at] & 0x7f);
    }
    return new int[] {value, at + 1};
  }

  private static void enter(ByteBuffer buffer, int at, Path file) throws IOException {
    Map<String, Object> stat = Files.readAttributes(file, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    putTime(buffer, at, stat, "ctime");
    putTime(buffer, at + 8, stat, "lastModifiedTime");
    putNumber(buffer, at + 16, stat, "dev");
    putNumber(buffer, at + 20, stat, "ino");
    putNumber(buffer, at + 28, stat, "uid");
    putNumber(buffer, at + 32, stat, "gid");
    putNumber(buffer, at + 36, stat, "size");
  }

  private static void putTime(ByteBuffer buffer, int at, Map<String, Object> stat, String name) {
    if (stat.get(name) instanceof FileTime time) {
      long nanos = time.to(TimeUnit.NANOSECONDS);
      buffer.putInt(at, (int) Math.floorDiv(nanos, 1_000_000_000L));
      buffer.putInt(at + 4, (int) Math.floorMod(nanos, 1_000_000_000L));
    }
  }

  /** Git keeps the low 32 bits. */
  private static void putNumber(ByteBuffer buffer, int at, Map<String, Object> stat, String name) {
    if (stat.get(name) instanceof Number number) {
      buffer.putInt(at, number.intValue());
    }
  }

  private static void sign(byte[] index) {
    MessageDigest sha1 = Constants.newMessageDigest();
    sha1.update(index, 0, index.length - CHECKSUM);
    System.arraycopy(sha1.digest(), 0, index, index.length - CHECKSUM, CHECKSUM);
  }
}
