package dev.xenvendor.source;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.problem.SystemError;
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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A release unpacked into a directory. */
public final class DirectorySource implements Source {

  private final String name;
  private final Path root;

  /** The attributes of a file that one system call reads. */
  private final Class<? extends BasicFileAttributes> kindOfAttributes;

  public DirectorySource(String name, Path root) {
    this.name = name;
    this.root = root;
    boolean posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
    this.kindOfAttributes = posix ? PosixFileAttributes.class : BasicFileAttributes.class;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Snapshot snapshot(Request request) {
    Path whole = root.resolve(request.path().value());
    try {
      if (Files.isDirectory(whole)) {
        // No need to look through the rest of a whole source tree.
        return snapshot(whole, SourceLayout.Place.ROOT, files(whole), request.limits());
      }
      List<HeaderPath> files = files(root);
      return snapshot(root, SourceLayout.find(name, files, request), files, request.limits());
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(e);
    }
  }

  private Problem unreadable(Exception e) {
    return Problem.unavailable("cannot read " + name + ": " + SystemError.text(e)).because(e);
  }

  private Snapshot snapshot(
      Path folder, SourceLayout.Place place, List<HeaderPath> files, Limits limits)
      throws IOException {
    CheckedPaths checked = new CheckedPaths(name, limits);
    Map<HeaderPath, HeaderFile> headers = new TreeMap<>();
    for (HeaderPath file : files) {
      HeaderPath path = place.headerPath(file).orElse(null);
      if (path != null) {
        checked.add(path);
        headers.put(path, header(folder.resolve(file.value()), path, checked));
      }
    }
    return new Snapshot(HeaderTree.of(headers), Origin.UNKNOWN);
  }

  private HeaderFile header(Path file, HeaderPath path, CheckedPaths checked) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, kindOfAttributes, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isSymbolicLink()) {
      String target = Files.readSymbolicLink(file).toString();
      checked.requireInside(path, target);
      return HeaderFile.of(FileMode.SYMLINK, target.getBytes(StandardCharsets.UTF_8));
    }
    if (!attributes.isRegularFile()) {
      throw CheckedPaths.refused(name, path + " is neither a file nor a link");
    }
    checked.requireSize(path, attributes.size());
    FileMode mode = isExecutable(file, attributes) ? FileMode.EXECUTABLE : FileMode.REGULAR;
    return HeaderFile.lazy(mode, () -> read(file));
  }

  private static boolean isExecutable(Path file, BasicFileAttributes attributes) {
    return attributes instanceof PosixFileAttributes posix
        ? posix.permissions().contains(PosixFilePermission.OWNER_EXECUTE)
        : Files.isExecutable(file);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<HeaderPath> files(Path folder) throws IOException {
    List<HeaderPath> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            boolean git = dir.equals(folder.resolve(".git"));
            return git ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(CheckedPaths.of(name, folder.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  @Override
  public void close() {}
}
