package dev.xenvendor.cvsprogram;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The entries for files in the {@code CVS} folder of a folder.
 *
 * <p>{@code Entries} holds them; {@code Entries.Log} the changes since it was written, each with an
 * {@code A} or an {@code R} before it, until the next {@code cvs} puts the two together.
 */
final class CvsEntries {

  private final Path admin;

  CvsEntries(Path folder) {
    this.admin = folder.resolve("CVS");
  }

  /** Returns whether the folder is one of cvs at all. */
  boolean exist() {
    return Files.isRegularFile(admin.resolve("Entries"));
  }

  SortedMap<String, CvsEntry> read() throws IOException {
    SortedMap<String, CvsEntry> entries = new TreeMap<>();
    for (String line : lines("Entries")) {
      CvsEntry.of(line).ifPresent(entry -> entries.put(entry.name(), entry));
    }
    for (String line : lines("Entries.Log")) {
      if (line.startsWith("A ")) {
        CvsEntry.of(line.substring(2)).ifPresent(entry -> entries.put(entry.name(), entry));
      } else if (line.startsWith("R ")) {
        CvsEntry.of(line.substring(2)).ifPresent(entry -> entries.remove(entry.name()));
      }
    }
    return entries;
  }

  /** Returns what new files of the folder are checked out by: a tag or a date; empty on trunk. */
  Optional<String> stickyTag() throws IOException {
    return lines("Tag").stream().filter(line -> !line.isEmpty()).findFirst();
  }

  /** Tells cvs of an entry, as it does itself. */
  void log(CvsEntry entry) throws IOException {
    Files.writeString(
        admin.resolve("Entries.Log"),
        "A " + entry + '\n',
        StandardCharsets.ISO_8859_1,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private List<String> lines(String file) throws IOException {
    Path path = admin.resolve(file);
    return Files.isRegularFile(path)
        ? Files.readAllLines(path, StandardCharsets.ISO_8859_1)
        : List.of();
  }
}
