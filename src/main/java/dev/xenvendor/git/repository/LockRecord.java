package dev.xenvendor.git.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * The record of git's lock files that a run takes, by which a later one tells the locks of a killed
 * run from those of a living git.
 *
 * <p>A lock of the index is known by its inode, which is recorded as soon as the lock is taken. A
 * lock of a ref is known by the ref's name and what it holds: an id that the run writes, or the
 * beginning of one; these are recorded before.
 */
public final class LockRecord {

  /** A lock that was taken and is not recorded yet can only be this much younger than the sign. */
  private static final Duration UNRECORDED = Duration.ofSeconds(2);

  private static final String INDEX = "index ";
  private static final String REF = "ref ";
  private static final String ID = "id ";

  private final Path file;
  private final Path common;

  public LockRecord(Repository repository) {
    this.common = repository.getCommonDirectory().toPath();
    this.file = common.resolve("xenvendor").resolve("held");
  }

  /** Forgets what is recorded: a lock of the index is about to be taken. */
  public void beforeIndex() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Records the lock of the index that was just taken. */
  public void index(Path lock) throws IOException {
    write(List.of(INDEX + key(lock)));
  }

  /** Adds the refs that are about to be locked, and the ids that they get. */
  public void refs(Collection<String> names, Collection<ObjectId> ids) throws IOException {
    write(
        Stream.of(
                lines().stream().filter(line -> line.startsWith(INDEX)),
                names.stream().map(name -> REF + name),
                ids.stream().map(id -> ID + id.name()))
            .flatMap(lines -> lines)
            .toList());
  }

  /** In one step: half a record would tell that the lock is another program's. */
  private void write(List<String> lines) throws IOException {
    Path folder = file.getParent();
    if (folder != null && Files.isDirectory(folder)) {
      Path written = Files.write(file.resolveSibling("held.new"), lines, StandardCharsets.UTF_8);
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private List<String> lines() throws IOException {
    return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
  }

  private static String key(Path lock) throws IOException {
    return String.valueOf(Files.readAttributes(lock, BasicFileAttributes.class).fileKey());
  }

  /**
   * Returns whether a lock is one that the run took.
   *
   * @param lastSign the run's last sign of life
   */
  boolean holds(Path lock, Instant lastSign) throws IOException {
    List<String> lines = lines();
    String name = lock.getFileName().toString();
    if (name.equals("index.lock")) {
      return lines.stream().anyMatch(line -> line.startsWith(INDEX))
          ? lines.contains(INDEX + key(lock))
          : isFresh(lock, lastSign);
    }
    String content = Files.readString(lock, StandardCharsets.ISO_8859_1);
    boolean isOurs =
        content.isEmpty()
            || lines.stream()
                .filter(line -> line.startsWith(ID))
                .map(line -> line.substring(ID.length()))
                .anyMatch(id -> content.contains(id) || id.startsWith(content));
    return isOurs && (name.equals("packed-refs.lock") || lines.contains(REF + refOf(lock)));
  }

  private boolean isFresh(Path lock, Instant lastSign) throws IOException {
    return Files.size(lock) == 0
        && Files.getLastModifiedTime(lock).toInstant().isBefore(lastSign.plus(UNRECORDED));
  }

  private String refOf(Path lock) {
    String name = lock.getFileName().toString();
    Path ref = lock.resolveSibling(name.substring(0, name.length() - ".lock".length()));
    return name.equals("HEAD.lock") ? "HEAD" : common.relativize(ref).toString().replace('\\', '/');
  }

  /** The run has ended. */
  void clear() throws IOException {
    Files.deleteIfExists(file.resolveSibling("held.new"));
    Files.deleteIfExists(file);
  }
}
