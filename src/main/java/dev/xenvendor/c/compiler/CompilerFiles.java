package dev.xenvendor.c.compiler;

import dev.xenvendor.c.include.IncludeRoot;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.ParserFiles;
import dev.xenvendor.c.parse.StandardHeaders;
import dev.xenvendor.c.token.HeaderLimits;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A header tree and units in a temporary folder, at the paths that the parser uses as well. */
final class CompilerFiles implements AutoCloseable {

  private static final String NAME = "xenvendor-cc";

  /**
   * Linux keeps what is in this folder in memory. On a disk, to make the files and to remove them
   * takes longer than some of the compiling.
   */
  private static final Path MEMORY = Path.of("/dev/shm");

  /** In a container there may be little of it. */
  private static final long MOST_IN_MEMORY = 8 << 20;

  private static final int MOST_ATTEMPTS = 25;
  private static final Duration MOMENT = Duration.ofMillis(20);

  /** Nothing clears up what is left in memory by a run that was interrupted. */
  private static final Set<CompilerFiles> OPEN = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> List.copyOf(OPEN).forEach(CompilerFiles::closeAtLast)));
  }

  private final Path folder;
  private final List<IncludeRoot> roots;
  private final HeaderLimits preflight;
  private final Set<Path> made = ConcurrentHashMap.newKeySet();
  private final AtomicInteger units = new AtomicInteger();

  private CompilerFiles(Path folder, CEnvironment environment) {
    this.folder = folder;
    this.roots = environment.roots();
    this.preflight = new HeaderLimits(environment.limits());
  }

  static CompilerFiles write(HeaderTree tree, CEnvironment environment) {
    if (Files.isWritable(MEMORY)) {
      try {
        return write(tree, environment, Files.createTempDirectory(MEMORY, NAME), MOST_IN_MEMORY);
      } catch (IOException e) {
        return writeToDisk(tree, environment); // there is too little of it
      }
    }
    return writeToDisk(tree, environment);
  }

  private static CompilerFiles writeToDisk(HeaderTree tree, CEnvironment environment) {
    try {
      return write(tree, environment, Files.createTempDirectory(NAME), Long.MAX_VALUE);
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder for compiling headers", e);
    }
  }

  private static CompilerFiles write(
      HeaderTree tree, CEnvironment environment, Path folder, long most) throws IOException {
    CompilerFiles files = new CompilerFiles(folder, environment);
    OPEN.add(files);
    try {
      files.write(tree, most);
      return files;
    } catch (IOException e) {
      files.close();
      throw e;
    }
  }

  private void write(HeaderTree tree, long most) throws IOException {
    Files.createDirectory(sources());
    long left = most;
    for (Map.Entry<HeaderPath, HeaderFile> entry : tree.files().entrySet()) {
      if (entry.getValue().mode().isFile()) {
        byte[] bytes = preflight.text(entry.getValue());
        left -= bytes.length;
        if (left < 0) {
          throw new IOException("more than " + most + " bytes");
        }
        write(sources().resolve(entry.getKey().value()), bytes);
      }
    }
    for (Map.Entry<String, String> header : StandardHeaders.TEXTS.entrySet()) {
      write(
          folder.resolve(ParserFiles.STANDARD).resolve(header.getKey()), bytes(header.getValue()));
    }
    for (int i = 0; i < roots.size(); i++) {
      link(folder.resolve(ParserFiles.ROOT + i), roots.get(i));
    }
  }

  /** Compilers keep a file apart from its copy where it has no guard, so none is copied. */
  private void link(Path link, IncludeRoot root) throws IOException {
    Path target = root.folder().map(f -> sources().resolve(f.value())).orElse(sources());
    Path place = root.spelling().map(s -> link.resolve(s.value())).orElse(link);
    Files.createDirectories(place.getParent());
    Files.createSymbolicLink(place, target);
  }

  private void write(Path file, byte[] bytes) throws IOException {
    Path parent = file.getParent();
    if (made.add(parent)) {
      Files.createDirectories(parent);
    }
    Files.write(file, bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Puts a unit beside the tree's files; its name there. */
  String addUnit(String text) {
    String name = "xenvendor-unit-" + units.incrementAndGet() + ".c";
    try {
      write(sources().resolve(name), bytes(text));
      return name;
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder for compiling headers", e);
    }
  }

  /** Returns the folder of the tree and the units, in which the compiler runs. */
  Path sources() {
    return folder.resolve(ParserFiles.TREE);
  }

  /** Returns whether a file that the compiler names is one of these. */
  boolean contains(String name) {
    return sources().resolve(name).normalize().startsWith(folder);
  }

  /** A name for what the compiler writes. */
  Path scratch(String name) {
    return folder.resolve(name);
  }

  /** The options by which the compiler finds what the parser finds. */
  List<String> includeOptions() {
    List<String> options = new ArrayList<>();
    for (int i = 0; i < roots.size(); i++) {
      options.add("-I../" + ParserFiles.ROOT + i);
    }
    options.addAll(List.of("-nostdinc", "-isystem", "../" + ParserFiles.STANDARD));
    return options;
  }

  @Override
  public void close() {
    OPEN.remove(this);
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // A compiler that is killed may take files away at the same time; the rest is of no use to
      // it.
    }
  }

  /** Compilers that were at work still write there for a moment. */
  private void closeAtLast() {
    for (int attempt = 0; Files.exists(folder) && attempt < MOST_ATTEMPTS; attempt++) {
      close();
      LockSupport.parkNanos(MOMENT.toNanos());
    }
  }
}
