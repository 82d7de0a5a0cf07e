package dev.xenvendor.cvsprogram;

import dev.xenvendor.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A run of {@code cvs} that is watched: it is stopped when it waits in vain. */
final class CvsProcess {

  /** Time for {@code cvs} to remove its own locks when it is terminated. */
  private static final long GRACE_SECONDS = 5;

  private final Process process;
  private final Path out;
  private final Path err;
  private final CvsTimeouts patience;

  private long written;
  private long lastSign = System.nanoTime();
  private long lockedSince;
  private boolean locked;

  CvsProcess(Process process, Path out, Path err, CvsTimeouts patience) {
    this.process = process;
    this.out = out;
    this.err = err;
    this.patience = patience;
  }

  /** Its exit status; a problem if it had to be stopped. */
  int await() throws IOException {
    Thread stopper = new Thread(this::stop);
    // If the user stops this program, its cvs must stop, too.
    Runtime.getRuntime().addShutdownHook(stopper);
    try {
      while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
        look();
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("cvs was interrupted").because(e);
    } finally {
      stop();
      forget(stopper);
    }
  }

  String messages() throws IOException {
    return Files.readString(err, StandardCharsets.ISO_8859_1);
  }

  private void look() throws IOException {
    long now = System.nanoTime();
    long size = Files.size(out) + Files.size(err);
    if (size != written) {
      written = size;
      lastSign = now;
    }
    Optional<HeldLock> lock = HeldLock.in(lastMessage());
    if (lock.isEmpty()) {
      locked = false;
      requireWithin(lastSign, now, patience.silence());
      return;
    }
    if (!locked) {
      locked = true;
      lockedSince = now;
    }
    if (now - lockedSince > patience.lock().toNanos()) {
      throw lock.get().problem(patience.lock());
    }
  }

  private static void requireWithin(long since, long now, Duration limit) {
    if (now - since > limit.toNanos()) {
      throw Problem.unavailable("cvs printed nothing for " + limit.toSeconds() + " seconds")
          .hint("check that the server answers: cvs -d ROOT version; then run the command again");
    }
  }

  private String lastMessage() throws IOException {
    List<String> lines = messages().lines().toList();
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }

  /** Gently first, so that it takes its locks away, and with its children. */
  private void stop() {
    if (!process.isAlive()) {
      return;
    }
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }

  private static void forget(Thread stopper) {
    try {
      Runtime.getRuntime().removeShutdownHook(stopper);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook is at work.
    }
  }
}
