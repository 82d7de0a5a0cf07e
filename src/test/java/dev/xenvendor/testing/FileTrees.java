package dev.xenvendor.testing;

import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Header trees in folders: bytes, executable bits and symbolic links. */
public final class FileTrees {

  private FileTrees() {}

  /** The tree in a folder; a missing folder is an empty tree. */
  public static HeaderTree read(Path folder) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    for (Path file : allIn(folder)) {
      if (!Files.isDirectory(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        files.put(HeaderPath.of(path), readFile(file));
      }
    }
    return HeaderTree.of(files);
  }

  private static HeaderFile readFile(Path file) {
    try {
      if (Files.isSymbolicLink(file)) {
        String target = Files.readSymbolicLink(file).toString();
        return HeaderFile.of(FileMode.SYMLINK, target.getBytes(StandardCharsets.UTF_8));
      }
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      boolean executable = permissions.contains(PosixFilePermission.OWNER_EXECUTE);
      return HeaderFile.of(
          executable ? FileMode.EXECUTABLE : FileMode.REGULAR, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces whatever is in the folder; an empty tree leaves none. */
  public static void replace(Path folder, HeaderTree tree) {
    try {
      List<Path> old = allIn(folder);
      old.stream().sorted(Comparator.reverseOrder()).forEach(FileTrees::delete);
      for (Map.Entry<HeaderPath, HeaderFile> entry : tree.files().entrySet()) {
        write(folder.resolve(entry.getKey().value()), entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path path, HeaderFile file) throws IOException {
    Files.createDirectories(path.getParent());
    if (file.mode() == FileMode.SYMLINK) {
      String target = new String(file.bytes(), StandardCharsets.UTF_8);
      Files.createSymbolicLink(path, Path.of(target));
      return;
    }
    Files.write(path, file.bytes());
    if (file.mode() == FileMode.EXECUTABLE) {
      Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      Files.setPosixFilePermissions(path, permissions);
    }
  }

  private static List<Path> allIn(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
