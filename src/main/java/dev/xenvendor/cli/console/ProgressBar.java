package dev.xenvendor.cli.console;

import dev.xenvendor.release.Progress;
import dev.xenvendor.report.format.ControlCharacters;
import java.io.PrintWriter;

/** Shows the progress of a step on one line, after its first second. */
final class ProgressBar implements Progress {

  private static final long QUIET_NANOS = 1_000_000_000L;
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final int WIDTH = 20;
  private static final String CLEAR = "\r\u001B[K";

  private final PrintWriter err;
  private String what = "";
  private int total;
  private int done;
  private long started;
  private long drawn;
  private boolean visible;

  ProgressBar(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void begin(String step, int units) {
    end();
    // The other side of a connection names steps, too.
    what = ControlCharacters.visible(step).replace('\n', ' ');
    total = units;
    done = 0;
    started = System.nanoTime();
  }

  @Override
  public void advance(int units) {
    done += units;
    long now = System.nanoTime();
    if (now - started > QUIET_NANOS && now - drawn > REDRAW_NANOS) {
      drawn = now;
      visible = true;
      err.print(CLEAR + what + " " + share() + rate(now));
      err.flush();
    }
  }

  private String share() {
    if (total <= 0) {
      return String.valueOf(done);
    }
    int filled = (int) (WIDTH * Math.min(1L * done, total) / total);
    String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
    return String.format("[%s] %3d %%", bar, 100L * done / total);
  }

  private String rate(long now) {
    long perSecond = done * 1_000_000_000L / Math.max(1, now - started);
    return perSecond == 0 ? "" : String.format(", %d/s", perSecond);
  }

  @Override
  public void end() {
    if (visible) {
      err.print(CLEAR);
      err.flush();
      visible = false;
    }
  }
}
