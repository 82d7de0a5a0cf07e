package dev.xenvendor.cli.console;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.problem.SystemError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Writes configuration files, each completely or not at all. */
public final class AtomicFiles {

  private AtomicFiles() {}

  /** Writes files by their paths in a folder. */
  public static void write(Path folder, Map<String, byte[]> files) {
    files.forEach((path, bytes) -> write(folder.resolve(path), bytes));
  }

  public static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      Path written = beside(file);
      Files.write(written, bytes);
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Problem.repository("cannot write " + SystemError.text(e)).because(e);
    }
  }

  /** Returns where a file is written before it is moved to its place. */
  public static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }

  /** Puts other content into a file that is there, which keeps its mode. */
  public static void replace(Path file, byte[] bytes) {
    try {
      Path real = file.toRealPath();
      Path written = beside(real);
      Files.copy(
          real, written, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
      Files.write(written, bytes);
      Files.move(written, real, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Problem.repository("cannot write " + SystemError.text(e)).because(e);
    }
  }
}
