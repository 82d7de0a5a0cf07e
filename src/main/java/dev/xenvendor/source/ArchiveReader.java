package dev.xenvendor.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.X5455_ExtendedTimestamp;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/**
 * Reads an archive of any supported format entry by entry. Refuses one that expands beyond the
 * limits.
 */
final class ArchiveReader {

  /** The kinds of entry. */
  enum Type {
    FILE,
    FOLDER,
    LINK,
    HARD_LINK,
    OTHER
  }

  /**
   * An entry as the archive has it; nothing of it is checked yet.
   *
   * @param target where a link leads; empty for everything else
   * @param changed when the file was changed last, as the archive says
   */
  record Entry(String name, Type type, boolean executable, String target, Instant changed) {}

  /** Takes an entry; the content can be read only while it is taken. */
  @FunctionalInterface
  interface Visitor {
    void visit(Entry entry, InputStream content) throws IOException;
  }

  private static final long MOST_BYTES = 4L << 30;
  private static final int MOST_ENTRIES = 1_000_000;

  /** Text compresses to a twentieth; what unpacks to far more than that is no source code. */
  private static final int MOST_TIMES = 200;

  private static final long ALWAYS_ALLOWED = 64L << 20;

  private final String name;
  private final Path file;

  ArchiveReader(String name, Path file) {
    this.name = name;
    this.file = file;
  }

  void forEach(Visitor visitor) throws IOException {
    Limit limit = new Limit(Files.size(file));
    if (isZip()) {
      readZip(visitor, limit);
    } else {
      readTar(visitor, limit);
    }
  }

  private boolean isZip() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(4);
      return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] < 8;
    }
  }

  private void readZip(Visitor visitor, Limit limit) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(file).get();
        ZipDirectory directory = new ZipDirectory(file)) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      directory.requireAll(entries.size());
      for (ZipArchiveEntry entry : entries) {
        limit.entry();
        directory.requireSame(entry);
        try (InputStream content = new ZipContent(limit.around(zip.getInputStream(entry)), entry)) {
          visitor.visit(zipEntry(zip, entry), content);
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Entry zipEntry(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    String entryName = new String(entry.getRawName(), StandardCharsets.UTF_8);
    if (entry.isDirectory()) {
      return new Entry(withoutSlash(entryName), Type.FOLDER, false, "", Instant.EPOCH);
    }
    if (entry.isUnixSymlink()) {
      return new Entry(entryName, Type.LINK, false, zip.getUnixSymlink(entry), Instant.EPOCH);
    }
    return new Entry(entryName, Type.FILE, (entry.getUnixMode() & 0100) != 0, "", changed(entry));
  }

  /** An archive without the extended time has one of no zone, which counts as UTC everywhere. */
  private static Instant changed(ZipArchiveEntry entry) {
    Instant changed = entry.getLastModifiedDate().toInstant();
    boolean hasZone = entry.getExtraField(X5455_ExtendedTimestamp.HEADER_ID) != null;
    return hasZone
        ? changed
        : LocalDateTime.ofInstant(changed, ZoneId.systemDefault()).toInstant(ZoneOffset.UTC);
  }

  private void readTar(Visitor visitor, Limit limit) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        TarEndDetector unpacked = new TarEndDetector(limit.around(decompressed(raw)));
        TarArchiveInputStream tar = new TarArchiveInputStream(unpacked, "UTF-8")) {
      boolean isEmpty = true;
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        isEmpty = false;
        limit.entry();
        if (!entry.isCheckSumOK()) {
          throw new IOException("the header of " + entry.getName() + " is damaged");
        }
        if (!entry.isGlobalPaxHeader()) {
          visitor.visit(tarEntry(entry), tar);
        }
      }
      if (!unpacked.endsInZeros()) {
        throw new IOException(isEmpty ? "it contains no file" : "it ends in the middle");
      }
      // The compressor's checksum follows the content.
      unpacked.transferTo(OutputStream.nullOutputStream());
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static InputStream decompressed(InputStream raw) throws IOException {
    try {
      String format = CompressorStreamFactory.detect(raw);
      if (!KNOWN.contains(format)) {
        throw new IOException("compressed by " + format + ", which is not supported");
      }
      return new CompressorStreamFactory(true).createCompressorInputStream(format, raw);
    } catch (CompressorException e) {
      return raw; // a tar that is not compressed, or nothing we can read, which the tar reader
      // tells
    }
  }

  private static final Set<String> KNOWN =
      Set.of(
          CompressorStreamFactory.GZIP, CompressorStreamFactory.BZIP2, CompressorStreamFactory.XZ);

  private static Entry tarEntry(TarArchiveEntry entry) {
    Type type = Type.OTHER;
    if (entry.isDirectory()) {
      type = Type.FOLDER;
    } else if (entry.isSymbolicLink()) {
      type = Type.LINK;
    } else if (entry.isLink()) {
      type = Type.HARD_LINK;
    } else if (entry.isFile()
        && !entry.isFIFO()
        && !entry.isBlockDevice()
        && !entry.isCharacterDevice()) {
      type = Type.FILE;
    }
    boolean executable = (entry.getMode() & 0100) != 0;
    // The reader puts a question mark instead of bytes that are not UTF-8.
    String entryName = entry.getName().replace('?', CheckedPaths.NOT_UTF8);
    return new Entry(
        withoutSlash(entryName), type, executable, entry.getLinkName(), changed(entry));
  }

  private static Instant changed(TarArchiveEntry entry) {
    return entry.getLastModifiedTime().toInstant();
  }

  private static String withoutSlash(String name) {
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  /** The SHA-256 of the archive itself, in hex. */
  String sha256() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Counts what comes out of an archive. */
  private final class Limit {
    private final long most;
    private long bytes;
    private int entries;

    Limit(long packedSize) {
      this.most = Math.min(MOST_BYTES, Math.max(ALWAYS_ALLOWED, MOST_TIMES * packedSize));
    }

    void entry() {
      if (++entries > MOST_ENTRIES) {
        throw CheckedPaths.refused(name, "it has more than " + MOST_ENTRIES + " entries");
      }
    }

    InputStream around(InputStream in) {
      return new FilterInputStream(in) {
        @Override
        public int read() throws IOException {
          int next = super.read();
          count(next < 0 ? 0 : 1);
          return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          return count(super.read(buffer, offset, length));
        }

        @Override
        public long skip(long n) throws IOException {
          return count((int) super.skip(Math.min(n, Integer.MAX_VALUE)));
        }
      };
    }

    private int count(int read) {
      bytes += Math.max(read, 0);
      if (bytes > most) {
        throw CheckedPaths.refused(
            name, "it unpacks to more than " + (most >> 20) + " MiB, which exceeds the limit");
      }
      return read;
    }
  }
}
