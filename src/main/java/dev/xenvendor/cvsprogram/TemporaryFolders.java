package dev.xenvendor.cvsprogram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Temporary folders, and how to delete them. */
final class TemporaryFolders {

  /** The existing folders; they are also deleted if the user stops the program. */
  private static final Set<Path> TEMPORARY = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFolders::deleteAll));
  }

  private TemporaryFolders() {}

  static Path temporary() {
    try {
      Path folder = Files.createTempDirectory("xenvendor-cvs");
      TEMPORARY.add(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteAll() {
    Set.copyOf(TEMPORARY).forEach(TemporaryFolders::deleteAtLast);
  }

  /** A cvs that is being stopped still writes there for a while. */
  private static void deleteAtLast(Path folder) {
    for (int attempt = 0; Files.exists(folder) && attempt < 50; attempt++) {
      try {
        delete(folder);
        Thread.sleep(20);
      } catch (UncheckedIOException e) {
        // Once more.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  static void delete(Path folder) {
    TEMPORARY.remove(folder);
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
