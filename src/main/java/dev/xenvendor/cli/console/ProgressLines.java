package dev.xenvendor.cli.console;

import dev.xenvendor.release.Progress;
import java.io.PrintWriter;
import java.time.Duration;

/** Prints the progress of a step every ten seconds, if there is no terminal for a bar. */
final class ProgressLines implements Progress {

  private static final long INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();

  private final PrintWriter err;
  private String what = "";
  private int total;
  private int done;
  private long spoken;

  ProgressLines(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void begin(String step, int units) {
    what = step;
    total = units;
    done = 0;
    spoken = System.nanoTime();
  }

  @Override
  public void advance(int units) {
    done += units;
    long now = System.nanoTime();
    if (now - spoken > INTERVAL_NANOS) {
      spoken = now;
      err.println(what + " " + done + (total > 0 ? " of " + total : ""));
      err.flush();
    }
  }

  @Override
  public void end() {}
}
