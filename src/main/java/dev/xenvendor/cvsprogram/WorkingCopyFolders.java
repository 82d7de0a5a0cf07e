package dev.xenvendor.cvsprogram;

import dev.xenvendor.cvs.CvsLocation;
import dev.xenvendor.cvs.TrunkFile;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The folders and files of a checked-out part of a tree, by their paths in the tree.
 *
 * @param top the folder that is checked out
 * @param start where in the tree that is; none for the tree's root
 */
record WorkingCopyFolders(Path top, Optional<HeaderPath> start) {

  static WorkingCopyFolders of(Path top, CvsLocation place) {
    return new WorkingCopyFolders(top, place.start());
  }

  /**
   * Returns where a path of the tree is on the disk; empty outside of the part that is checked out.
   */
  Optional<Path> find(HeaderPath path) {
    if (start.isEmpty()) {
      return Optional.of(top.resolve(path.value()));
    }
    return path.equals(start.get())
        ? Optional.of(top)
        : path.below(start.get()).map(rest -> top.resolve(rest.value()));
  }

  Path at(HeaderPath path) {
    return find(path).orElseThrow(() -> new IllegalArgumentException("not checked out: " + path));
  }

  /** Returns what cvs calls a path when it runs at the top. */
  String name(HeaderPath path) {
    String name = top.relativize(at(path)).toString();
    return name.isEmpty() ? "." : name;
  }

  /** The path in the tree of what cvs calls by a name. */
  HeaderPath path(String name) {
    return start.map(s -> s.resolve(name)).orElseGet(() -> HeaderPath.of(name));
  }

  /** The path's bytes; empty where there is no file. */
  Optional<byte[]> bytes(HeaderPath path) {
    return find(path).filter(Files::isRegularFile).map(WorkingCopyFolders::read);
  }

  Optional<CvsEntry> entry(HeaderPath path) {
    try {
      CvsEntries entries = new CvsEntries(at(path).resolveSibling(""));
      return Optional.ofNullable(entries.read().get(path.name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folders of cvs from one on downwards, itself first. */
  List<Path> foldersFrom(Path folder) {
    List<Path> found = new ArrayList<>();
    collect(folder, found);
    return found;
  }

  private static void collect(Path folder, List<Path> found) {
    if (!new CvsEntries(folder).exist()) {
      return;
    }
    found.add(folder);
    try (Stream<Path> inside = Files.list(folder)) {
      inside
          .filter(Files::isDirectory)
          .filter(path -> !Files.isSymbolicLink(path))
          .sorted(Comparator.naturalOrder())
          .forEach(path -> collect(path, found));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of some folders as they were checked out just now. */
  Map<HeaderPath, TrunkFile> checkedOut(List<Path> folders) {
    return files(
        folders,
        (file, entry) ->
            new TrunkFile(HeaderFile.of(mode(file), read(file)), entry.isOnVendorBranch()));
  }

  /** The same as people have left them; they are read only when needed, since there may be many. */
  Map<HeaderPath, TrunkFile> present(List<Path> folders) {
    return files(
        folders,
        (file, entry) ->
            new TrunkFile(
                HeaderFile.lazy(mode(file), () -> read(file)),
                entry.isOnVendorBranch() && entry.isUntouched(written(file))));
  }

  /** Those that cvs knows and that are there. */
  private Map<HeaderPath, TrunkFile> files(
      List<Path> folders, BiFunction<Path, CvsEntry, TrunkFile> reader) {
    Map<HeaderPath, TrunkFile> files = new TreeMap<>();
    try {
      for (Path folder : folders) {
        for (CvsEntry entry : new CvsEntries(folder).read().values()) {
          Path file = folder.resolve(entry.name());
          if (Files.isRegularFile(file)) {
            HeaderPath path = path(top.relativize(file).toString());
            files.put(path, reader.apply(file, entry));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static Instant written(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileMode mode(Path file) {
    return Files.isExecutable(file) ? FileMode.EXECUTABLE : FileMode.REGULAR;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
