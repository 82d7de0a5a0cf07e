package dev.xenvendor.acceptance.release;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** An archive written entry by entry, with whatever names and links a test wants. */
final class TestArchive {

  /** The formats the program reads. */
  enum Format {
    TAR(""),
    TAR_GZ(CompressorStreamFactory.GZIP),
    TAR_BZ2(CompressorStreamFactory.BZIP2),
    TAR_XZ(CompressorStreamFactory.XZ),
    ZIP("");

    private final String compressor;

    Format(String compressor) {
      this.compressor = compressor;
    }

    String ending() {
      return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private OutputStream compress(OutputStream out) throws IOException {
      return compressor.isEmpty()
          ? out
          : new CompressorStreamFactory().createCompressorOutputStream(compressor, out);
    }
  }

  private static final int LINK_MODE = 0120777;

  private final Path file;
  private final ArchiveOutputStream<? extends ArchiveEntry> out;

  TestArchive(Format format, Path file) {
    this.file = file;
    try {
      OutputStream raw = new BufferedOutputStream(Files.newOutputStream(file));
      if (format == Format.ZIP) {
        this.out = new ZipArchiveOutputStream(raw);
      } else {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(format.compress(raw));
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        this.out = tar;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TestArchive file(String name, byte[] content) {
    if (out instanceof TarArchiveOutputStream tar) {
      TarArchiveEntry entry = new TarArchiveEntry(name, true);
      entry.setSize(content.length);
      return put(tar, entry, content);
    }
    return put((ZipArchiveOutputStream) out, new ZipArchiveEntry(name), content);
  }

  TestArchive zeros(String name, int size) {
    return file(name, new byte[size]);
  }

  TestArchive link(String name, String target) {
    if (out instanceof TarArchiveOutputStream) {
      return special(name, TarConstants.LF_SYMLINK, target);
    }
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setUnixMode(LINK_MODE);
    return put((ZipArchiveOutputStream) out, entry, target.getBytes(StandardCharsets.UTF_8));
  }

  /** What only a tar can hold: links of both kinds, devices. */
  TestArchive special(String name, byte type, String target) {
    TarArchiveEntry entry = new TarArchiveEntry(name, type);
    entry.setLinkName(target);
    return put((TarArchiveOutputStream) out, entry, new byte[0]);
  }

  private <E extends ArchiveEntry> TestArchive put(
      ArchiveOutputStream<E> archive, E entry, byte[] content) {
    try {
      archive.putArchiveEntry(entry);
      archive.write(content);
      archive.closeArchiveEntry();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path close() {
    try {
      out.close();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
