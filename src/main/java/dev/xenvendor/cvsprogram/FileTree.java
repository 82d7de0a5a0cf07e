package dev.xenvendor.cvsprogram;

import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Headers as files in a folder. */
final class FileTree {

  private FileTree() {}

  /** All files of a folder but what {@code cvs} put there for itself; none if it is not there. */
  static HeaderTree read(Path folder) {
    if (!Files.isDirectory(folder)) {
      return HeaderTree.EMPTY;
    }
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> regular =
          found.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).toList();
      for (Path file : regular) {
        HeaderPath path = HeaderPath.of(folder.relativize(file).toString());
        if (!("/" + path).contains("/CVS/")) {
          FileMode mode = Files.isExecutable(file) ? FileMode.EXECUTABLE : FileMode.REGULAR;
          files.put(path, HeaderFile.of(mode, Files.readAllBytes(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HeaderTree.of(files);
  }

  static void write(Path folder, HeaderTree files) {
    files.files().forEach((path, file) -> write(folder.resolve(path.value()), file));
  }

  private static void write(Path to, HeaderFile file) {
    try {
      Files.createDirectories(to.getParent());
      Files.write(to, file.bytes());
      if (file.mode() == FileMode.EXECUTABLE && !to.toFile().setExecutable(true)) {
        throw new IOException("cannot be made executable: " + to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
