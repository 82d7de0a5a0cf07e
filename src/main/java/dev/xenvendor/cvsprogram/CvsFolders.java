package dev.xenvendor.cvsprogram;

import dev.xenvendor.cvs.CvsFolder;
import dev.xenvendor.cvs.CvsRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what the folders of a working copy say of themselves. */
public final class CvsFolders {

  private CvsFolders() {}

  /** Returns what a folder's {@code CVS} folder says; empty where it has none. */
  public static Optional<CvsFolder> read(Path folder) {
    Optional<String> root = line(folder.resolve("CVS/Root"));
    Optional<String> repository = line(folder.resolve("CVS/Repository"));
    if (root.isEmpty() || repository.isEmpty()) {
      return Optional.empty();
    }
    CvsRoot where = new CvsRoot(root.get());
    return Optional.of(new CvsFolder(where, fromRoot(repository.get(), where)));
  }

  /** Old working copies, and some of today's, name the folder from the machine's own root. */
  private static String fromRoot(String repository, CvsRoot root) {
    String folder = root.folder();
    if (repository.equals(folder)) {
      return ".";
    }
    return repository.startsWith(folder + '/')
        ? repository.substring(folder.length() + 1)
        : repository;
  }

  private static Optional<String> line(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).lines().findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
