package dev.xenvendor.git.index;

import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Git's index as stored in its file; entries are read in place.
 *
 * <p>JGit makes an object of every entry and computes the checksum of all, which git leaves to
 * {@code git fsck}. In a tree of many files that takes longer than a look at each of them.
 *
 * @see <a href="https://git-scm.com/docs/index-format">gitformat-index</a>
 */
public final class RawIndex {

  private static final int MAGIC = 0x44495243; // DIRC
  private static final int OLDEST = 2;
  private static final int SHORTENED_PATHS = 4;
  static final int HEADER = 12;
  static final int CHECKSUM = 20;

  /** The offset of the number of entries. */
  static final int COUNT = 8;

  // Offsets within an entry.
  private static final int MODIFIED = 8;
  static final int MODE = 24;
  static final int LENGTH = 36;
  static final int ID = 40;
  static final int FLAGS = 60;
  private static final int MORE_FLAGS = 62;

  /** The length of what precedes the path of an entry without further flags. */
  static final int FIXED = MORE_FLAGS;

  private static final int HAS_MORE_FLAGS = 0x4000;
  private static final int STAGE_SHIFT = 12;
  private static final int STAGES = 3;
  private static final int PATH_LENGTH = 0xfff;
  private static final int SKIP_WORK_TREE = 0x4000;

  private static final int TYPE = org.eclipse.jgit.lib.FileMode.TYPE_MASK;
  private static final int FILE = org.eclipse.jgit.lib.FileMode.TYPE_FILE;
  private static final int LINK = org.eclipse.jgit.lib.FileMode.TYPE_SYMLINK;
  private static final int REPOSITORY = org.eclipse.jgit.lib.FileMode.TYPE_GITLINK;

  private static final long NANOS = 1_000_000_000;

  private final long written;
  private final byte[] bytes;
  private final ByteBuffer buffer;

  /** The offsets of the entries. */
  private final int[] entries;

  private final int end;
  private final IndexPaths paths;
  private final IndexExtensions extensions;

  private RawIndex(long written, byte[] bytes) throws IOException {
    this.written = written;
    this.bytes = bytes;
    buffer = ByteBuffer.wrap(bytes);
    int version = buffer.getInt(4);
    int size = buffer.getInt(COUNT);
    if (buffer.getInt(0) != MAGIC
        || version < OLDEST
        || version > SHORTENED_PATHS
        || size < 0
        || size > bytes.length / MORE_FLAGS) {
      throw new IOException("not an index of version 2, 3 or 4");
    }
    entries = new int[size];
    paths = new IndexPaths(bytes, size);
    end = version < SHORTENED_PATHS ? readEntries() : readShortenedEntries();
    if (end > bytes.length - CHECKSUM) {
      throw new IOException("the index ends within an entry");
    }
    requireFiles();
    extensions = IndexExtensions.read(bytes, end);
  }

  /** The index of a repository; one without entries where there is none yet. */
  static RawIndex read(Path file) throws IOException {
    if (!Files.exists(file)) {
      ByteBuffer empty = ByteBuffer.allocate(HEADER + CHECKSUM).putInt(MAGIC).putInt(OLDEST);
      return new RawIndex(0, empty.array());
    }
    FileTime written = Files.getLastModifiedTime(file); // before it is read, to miss no change
    try {
      return new RawIndex(written.to(TimeUnit.NANOSECONDS), Files.readAllBytes(file));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new IOException("the index is damaged", e);
    }
  }

  /** An index that was made from another one, of which it is the next version. */
  static RawIndex of(byte[] bytes, RawIndex before) throws IOException {
    return new RawIndex(before.written, bytes);
  }

  private int readEntries() {
    int at = HEADER;
    for (int i = 0; i < entries.length; i++) {
      entries[i] = at;
      int length = buffer.getShort(at + FLAGS) & PATH_LENGTH;
      int begin = beginOfPath(at);
      int end = length < PATH_LENGTH ? begin + length : endOfString(begin + length);
      paths.set(i, begin, end);
      at += (end - at + 8) & ~7; // one to eight NULs fill up to a multiple of eight
    }
    return at;
  }

  /** In version 4 a path says how much to cut from the one before it, and what to put there. */
  private int readShortenedEntries() {
    int at = HEADER;
    for (int i = 0; i < entries.length; i++) {
      entries[i] = at;
      int begin = beginOfPath(at);
      int cut = bytes[begin] & 0x7f;
      while ((bytes[begin++] & 0x80) != 0) {
        cut = ((cut + 1) << 7) | (bytes[begin] & 0x7f);
      }
      int end = endOfString(begin);
      paths.set(i, cut, bytes, begin, end);
      at = end + 1;
    }
    return at;
  }

  private void requireFiles() throws IOException {
    for (int entry : entries) {
      int type = buffer.getInt(entry + MODE) & TYPE;
      if (type != FILE && type != LINK && type != REPOSITORY) {
        throw new IOException("the index has an entry that is no file");
      }
    }
  }

  private int beginOfPath(int entry) {
    boolean more = (buffer.getShort(entry + FLAGS) & HAS_MORE_FLAGS) != 0;
    return entry + MORE_FLAGS + (more ? Short.BYTES : 0);
  }

  private int endOfString(int begin) {
    int end = begin;
    while (bytes[end] != 0) {
      end++;
    }
    return end;
  }

  /** The trees that were written from this index, if it says so. */
  Optional<CacheTree> tree() {
    return extensions.tree();
  }

  /** The sides of conflicts that were resolved, in the extension's own form. */
  Optional<byte[]> resolveUndo() {
    return extensions.resolveUndo();
  }

  /** Returns the time at which it was written, in nanoseconds since 1970. */
  long written() {
    return written;
  }

  /** The file, to be changed and written back. */
  byte[] bytes() {
    return bytes;
  }

  int size() {
    return entries.length;
  }

  /** Returns whether a path is stored as its difference from the one before. */
  boolean shortensPaths() {
    return buffer.getInt(Integer.BYTES) == SHORTENED_PATHS;
  }

  /** A copy of what stands before an entry's path. */
  byte[] fixed(int entry) {
    return Arrays.copyOfRange(bytes, entries[entry], beginOfPath(entries[entry]));
  }

  /** The flags of an entry without further ones. */
  static short flags(int stage, int pathLength) {
    return (short) ((stage << STAGE_SHIFT) | Math.min(pathLength, PATH_LENGTH));
  }

  /** The offset of an entry in the file; of one after the last, the end of all. */
  int begin(int entry) {
    return entry < entries.length ? entries[entry] : end;
  }

  /** Zero, or a side of a merge. */
  int stage(int entry) {
    return (buffer.getShort(entries[entry] + FLAGS) >> STAGE_SHIFT) & STAGES;
  }

  public FileMode mode(int entry) {
    int bits = buffer.getInt(entries[entry] + MODE);
    return TreeReader.modeOf(org.eclipse.jgit.lib.FileMode.fromBits(bits));
  }

  public GitId id(int entry) {
    return GitId.ofBytes(bytes, entries[entry] + ID);
  }

  ObjectId objectId(int entry) {
    return ObjectId.fromRaw(bytes, entries[entry] + ID);
  }

  /** Returns whether a sparse checkout keeps it out of the work tree. */
  public boolean isLeftOut(int entry) {
    int at = entries[entry];
    return (buffer.getShort(at + FLAGS) & HAS_MORE_FLAGS) != 0
        && (buffer.getShort(at + MORE_FLAGS) & SKIP_WORK_TREE) != 0;
  }

  /** The lower 32 bits of the file's size. */
  int length(int entry) {
    return buffer.getInt(entries[entry] + LENGTH);
  }

  /** Returns whether git cleared its size because the file may have changed unnoticed. */
  boolean isSmudged(int entry) {
    return length(entry) == 0 && Constants.EMPTY_BLOB_ID.compareTo(bytes, entries[entry] + ID) != 0;
  }

  /** Returns the time of the file's last change, in nanoseconds since 1970. */
  long modified(int entry) {
    int at = entries[entry] + MODIFIED;
    return buffer.getInt(at) * NANOS + buffer.getInt(at + Integer.BYTES);
  }

  /** The entry of a path in any stage; empty where there is none. */
  public OptionalInt find(HeaderPath path) {
    byte[] name = path.value().getBytes(StandardCharsets.UTF_8);
    int entry = paths.find(name);
    return entry < size() && paths.is(entry, name) ? OptionalInt.of(entry) : OptionalInt.empty();
  }

  /** A digest of what the index holds, whatever the times it noted of the files. */
  public String digest() {
    MessageDigest digest = Constants.newMessageDigest();
    for (int entry = 0; entry < size(); entry++) {
      digest.update((byte) stage(entry));
      digest.update(bytes, entries[entry] + MODE, Integer.BYTES);
      digest.update(bytes, entries[entry] + ID, Constants.OBJECT_ID_LENGTH);
      paths.addTo(digest, entry);
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  IndexPaths paths() {
    return paths;
  }

  public String path(int entry) {
    return paths.path(entry);
  }
}
