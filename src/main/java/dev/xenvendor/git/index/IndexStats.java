package dev.xenvendor.git.index;

import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Constants;

/**
 * Completes the file times and numbers of new entries in an index.
 *
 * <p>Git holds every file without them for changed until its next refresh, and {@code git merge
 * --abort}, which does not refresh, refuses to work.
 */
final class IndexStats {

  private static final String ATTRIBUTES = "unix:ctime,lastModifiedTime,dev,ino,uid,gid,size";

  private IndexStats() {}

  /**
   * Enters what the file system says of the given files, which are in their places already.
   *
   * @return whether anything was entered
   */
  static boolean complete(RawIndex index, WorkTreeFiles files, Collection<HeaderPath> paths)
      throws IOException {
    if (paths.isEmpty() || !files.supportsView("unix")) {
      return false;
    }
    ByteBuffer buffer = ByteBuffer.wrap(index.bytes());
    for (HeaderPath path : paths) {
      OptionalInt entry = index.find(path);
      if (entry.isPresent() && index.stage(entry.getAsInt()) == 0 && files.exists(path)) {
        enter(buffer, index.begin(entry.getAsInt()), files.at(path));
      }
    }
    sign(index.bytes());
    return true;
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

  /** Writes the checksum that ends an index. */
  static void sign(byte[] index) {
    MessageDigest sha1 = Constants.newMessageDigest();
    sha1.update(index, 0, index.length - RawIndex.CHECKSUM);
    System.arraycopy(sha1.digest(), 0, index, index.length - RawIndex.CHECKSUM, RawIndex.CHECKSUM);
  }
}
