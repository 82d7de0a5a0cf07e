package dev.xenvendor.cvsprogram;

import java.time.Duration;

/**
 * The time limits for {@code cvs}.
 *
 * @param lock for a lock of another user; {@code cvs} itself would wait for ever
 * @param silence for a sign of life: a server that went away says nothing
 */
public record CvsTimeouts(Duration lock, Duration silence) {

  public static final CvsTimeouts USUAL =
      new CvsTimeouts(Duration.ofSeconds(60), Duration.ofMinutes(10));

  public CvsTimeouts withLock(Duration other) {
    return new CvsTimeouts(other, silence);
  }
}
