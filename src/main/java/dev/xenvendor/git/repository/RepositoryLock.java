package dev.xenvendor.git.repository;

import dev.xenvendor.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;

/**
 * Keeps two runs from writing to one repository, and clears up after a run that was killed.
 *
 * <p>The operating system lets go of the lock when a process dies, however it dies. Git's own lock
 * files it leaves: they would stop every later command. A run therefore notes its start in the
 * locked file, and empties it at its end. Where the note is still there, the locks of git's that
 * {@link LockRecord} knows as that run's are removed, unless they are younger than its last sign of
 * life: the time of the file, which it renews by writing the note again whenever it takes a lock of
 * git's.
 */
public final class RepositoryLock implements AutoCloseable {

  private static final String FOLDER = "xenvendor";

  /** The longest time from a run's sign of life to its lock, on a busy machine. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** The locks of this process, by their files. */
  private static final Map<Path, RepositoryLock> HELD = new ConcurrentHashMap<>();

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;
  private final LockRecord record;
  private final String started = String.valueOf(Instant.now().toEpochMilli());

  private RepositoryLock(Path file, FileChannel channel, FileLock lock, LockRecord record) {
    this.file = file;
    this.record = record;
    this.channel = channel;
    this.lock = lock;
  }

  /** The folder in git's own that holds what the program must remember between two runs. */
  public static Path folder(Repository repository) {
    return repository.getDirectory().toPath().resolve(FOLDER);
  }

  public static RepositoryLock take(Repository repository) {
    Path common = repository.getCommonDirectory().toPath();
    Path file = file(repository);
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw Problem.repository("another xenvendor is running in this repository")
            .hint("wait until it ends, then try again");
      }
      RepositoryLock taken = new RepositoryLock(file, channel, lock, new LockRecord(repository));
      taken.clearUpAfterKilledRun(repository);
      taken.note(taken.started);
      HELD.put(file, taken);
      return taken;
    } catch (IOException e) {
      throw GitRepository.failed("write to the repository at " + common, e);
    }
  }

  private static Path file(Repository repository) {
    Path common = repository.getCommonDirectory().toPath().toAbsolutePath().normalize();
    return common.resolve(FOLDER).resolve("lock");
  }

  /**
   * Gives a sign of life, to be called before a lock of git's is taken or written.
   *
   * <p>It writes to the open file: to set the file's time, Java opens it once more, and a system
   * that follows POSIX drops all locks of a process on a file as soon as the process closes it.
   */
  public static void giveSignOfLife(Repository repository) throws IOException {
    RepositoryLock held = HELD.get(file(repository));
    if (held != null) {
      held.write(held.started);
    }
  }

  private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel)
      throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // the other one is in this very process
    }
  }

  private void clearUpAfterKilledRun(Repository repository) throws IOException {
    ByteBuffer note = ByteBuffer.allocate(32);
    channel.read(note, 0);
    String text = new String(note.array(), 0, note.position(), StandardCharsets.US_ASCII);
    if (!text.matches("\\d+")) {
      return;
    }
    Instant started = Instant.ofEpochMilli(Long.parseLong(text));
    Instant lastSign = Files.getLastModifiedTime(file(repository)).toInstant();
    for (Path leftOver : gitLocks(repository)) {
      Instant made = Files.getLastModifiedTime(leftOver).toInstant();
      // A file system may keep whole seconds only.
      boolean during =
          !made.isBefore(started.minusSeconds(1)) && made.isBefore(lastSign.plus(GRACE));
      if (during && record.holds(leftOver, lastSign)) {
        Files.deleteIfExists(leftOver);
      }
    }
  }

  private static List<Path> gitLocks(Repository repository) throws IOException {
    Path common = repository.getCommonDirectory().toPath();
    Path own = repository.getDirectory().toPath();
    List<Path> single =
        Stream.of(
                own.resolve("index.lock"),
                own.resolve("HEAD.lock"),
                common.resolve("packed-refs.lock"))
            .filter(Files::exists)
            .toList();
    try (Stream<Path> refs = Files.walk(common.resolve("refs"))) {
      return Stream.concat(
              single.stream(), refs.filter(file -> file.getFileName().toString().endsWith(".lock")))
          .toList();
    }
  }

  private void note(String text) throws IOException {
    channel.truncate(0);
    write(text);
  }

  private void write(String text) throws IOException {
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  @Override
  public void close() {
    HELD.remove(file);
    try (channel;
        lock) {
      record.clear();
      note("");
    } catch (IOException e) {
      throw GitRepository.failed("end the work in the repository", e);
    }
  }
}
