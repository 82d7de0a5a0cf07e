package dev.xenvendor.source;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.problem.SystemError;
import dev.xenvendor.profile.ConfigFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Configuration in a folder: the work tree, or the one named by {@code --config}. */
public final class DirectoryConfig implements ConfigFiles {

  private final Path root;
  private final Path shownFrom;

  /** Names files in messages as they look from the given folder. */
  public DirectoryConfig(Path root, Path shownFrom) {
    this.root = root;
    this.shownFrom = shownFrom;
  }

  @Override
  public Optional<byte[]> read(String path) {
    Path file = root.resolve(path);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      requireInside(path, file);
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw Problem.inputFile("cannot read " + nameOf(path) + ": " + SystemError.text(e))
          .because(e);
    }
  }

  @Override
  public List<String> list(String folder) {
    Path path = root.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      requireInside(folder, path);
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw Problem.inputFile("cannot read " + nameOf(folder) + ": " + SystemError.text(e))
          .because(e);
    }
  }

  /** A branch of a stranger must not have files of the machine read, and quoted, by a link. */
  private void requireInside(String path, Path file) throws IOException {
    if (!file.toRealPath().startsWith(root.toRealPath())) {
      throw Problem.inputFile(nameOf(path) + " is outside the tree, by a link or '..'")
          .hint("put the file itself into the tree");
    }
  }

  @Override
  public String nameOf(String path) {
    Path file = root.resolve(path).toAbsolutePath().normalize();
    Path from = shownFrom.toAbsolutePath().normalize();
    return file.startsWith(from) ? from.relativize(file).toString() : file.toString();
  }
}
