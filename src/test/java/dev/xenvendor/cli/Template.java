package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A folder made once and kept in memory, since many tests begin with the same repository. */
final class Template {

  private static final Map<String, Template> MADE = new ConcurrentHashMap<>();

  private final Map<String, byte[]> files = new TreeMap<>();

  private Template() {}

  /**
   * Fills an empty folder, or a new one, as the maker would; the maker runs in the first of them
   * only.
   */
  static void fill(Path folder, String name, Consumer<Path> maker) {
    Template made = MADE.get(name);
    try (Stream<Path> there = Files.list(Files.createDirectories(folder))) {
      assertThat(there).as("what is in the folder would become part of the template").isEmpty();
      if (made == null) {
        maker.accept(folder);
        MADE.put(name, read(folder));
      } else {
        made.write(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Template read(Path folder) throws IOException {
    Template template = new Template();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(p -> !p.equals(folder)).toList()) {
        boolean isFolder = Files.isDirectory(path);
        template.files.put(
            folder.relativize(path) + (isFolder ? "/" : ""),
            isFolder ? new byte[0] : Files.readAllBytes(path));
      }
    }
    return template;
  }

  private void write(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (file.getKey().endsWith("/")) {
        Files.createDirectories(path);
      } else {
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    }
  }
}
