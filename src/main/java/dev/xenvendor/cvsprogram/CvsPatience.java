package dev.xenvendor.cvsprogram;

import java.time.Duration;

/**
 * How long to wait for {@code cvs}.
 *
 * @param lock for a lock that somebody else holds; {@code cvs} itself would wait for ever
 * @param silence for a sign of life: a server that went away says nothing
 */
public record CvsPatience(Duration lock, Duration silence) {

  public static final CvsPatience USUAL =
      new CvsPatience(Duration.ofSeconds(60), Duration.ofMinutes(10));

  public CvsPatience withLock(Duration other) {
    return new CvsPatience(other, silence);
  }
}
