package dev.xenvendor.source;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.problem.SystemError;
import dev.xenvendor.release.Committer;
import dev.xenvendor.release.Origin;
import dev.xenvendor.release.Snapshot;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.SourceLayout;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A release in a tar or zip archive. It is read twice: once to find the headers, once to take them.
 */
public final class ArchiveSource implements Source {

  private final String name;
  private final ArchiveReader reader;
  private final Spool spool = new Spool();

  /** The time of the newest header in the archive. */
  private Instant newest = Instant.EPOCH;

  public ArchiveSource(String name, Path file) {
    this.name = name;
    this.reader = new ArchiveReader(name, file);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Snapshot snapshot(Request request) {
    try {
      List<HeaderPath> files = new ArrayList<>();
      reader.forEach(
          (entry, content) -> {
            // Folders are never made, so their names do not matter.
            if (entry.type() != ArchiveReader.Type.FOLDER) {
              files.add(CheckedPaths.of(name, entry.name()));
            }
          });
      SourceLayout.Place place = SourceLayout.find(name, files, request);
      HeaderTree headers = headers(place, request.limits());
      Origin origin =
          new Origin(
              Optional.empty(),
              Optional.empty(),
              Optional.of(Committer.ofImport(newest)),
              Optional.of(reader.sha256()));
      return new Snapshot(headers, origin);
    } catch (IOException e) {
      throw Problem.unavailable("cannot read the archive " + name + ": " + SystemError.text(e))
          .hint("is it complete? Supported: tar, tar.gz, tar.bz2, tar.xz and zip")
          .because(e);
    }
  }

  private HeaderTree headers(SourceLayout.Place place, Limits limits) throws IOException {
    CheckedPaths checked = new CheckedPaths(name, limits);
    Map<HeaderPath, HeaderFile> headers = new TreeMap<>();
    Map<HeaderPath, HeaderPath> hardLinks = new HashMap<>();
    reader.forEach(
        (entry, content) -> {
          if (entry.type() == ArchiveReader.Type.FOLDER) {
            return;
          }
          Optional<HeaderPath> path = place.headerPath(CheckedPaths.of(name, entry.name()));
          if (path.isEmpty()) {
            return;
          }
          checked.add(path.get());
          newest = entry.changed().isAfter(newest) ? entry.changed() : newest;
          switch (entry.type()) {
            case FILE -> headers.put(path.get(), file(entry, bytes(path.get(), content, checked)));
            case LINK -> headers.put(path.get(), link(entry, path.get(), checked));
            case HARD_LINK -> hardLinks.put(path.get(), linked(entry, place));
            default ->
                throw CheckedPaths.refused(name, path.get() + " is neither a file nor a link");
          }
        });
    checked.requireNoFileAsFolder();
    hardLinks.forEach(
        (path, target) -> headers.put(path, sameAs(headers.get(target), path, target)));
    return HeaderTree.of(headers);
  }

  private static byte[] bytes(HeaderPath path, InputStream content, CheckedPaths checked)
      throws IOException {
    byte[] bytes = content.readNBytes(checked.mostBytes() + 1);
    checked.requireSize(path, bytes.length);
    return bytes;
  }

  private HeaderFile file(ArchiveReader.Entry entry, byte[] bytes) throws IOException {
    FileMode mode = entry.executable() ? FileMode.EXECUTABLE : FileMode.REGULAR;
    return HeaderFile.lazy(mode, spool.keep(bytes));
  }

  private static HeaderFile link(ArchiveReader.Entry entry, HeaderPath path, CheckedPaths checked) {
    checked.requireInside(path, entry.target());
    return HeaderFile.of(FileMode.SYMLINK, entry.target().getBytes(StandardCharsets.UTF_8));
  }

  private HeaderPath linked(ArchiveReader.Entry entry, SourceLayout.Place place) {
    return place
        .headerPath(CheckedPaths.of(name, entry.target()))
        .orElseThrow(
            () ->
                CheckedPaths.refused(
                    name,
                    "the link " + entry.name() + " leads out of the tree, to " + entry.target()));
  }

  private HeaderFile sameAs(
      @org.jspecify.annotations.Nullable HeaderFile file, HeaderPath path, HeaderPath target) {
    if (file == null) {
      throw CheckedPaths.refused(name, path + " is a link to " + target + ", which does not exist");
    }
    return file;
  }

  @Override
  public void close() {
    spool.close();
  }
}
