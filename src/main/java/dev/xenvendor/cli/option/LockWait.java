package dev.xenvendor.cli.option;

import java.time.Duration;

/** The option that limits the wait for another user's lock in a CVS repository. */
public final class LockWait {

  private static final int USUAL_SECONDS = 60;

  private final Argument<Integer> seconds;

  public LockWait(Syntax syntax) {
    seconds =
        syntax.option(
            "--lock-wait",
            "SECONDS",
            Integer.class,
            "How long to wait for another user's lock. Default: " + USUAL_SECONDS + ".");
  }

  public Duration duration() {
    return Duration.ofSeconds(seconds.given().orElse(USUAL_SECONDS));
  }
}
