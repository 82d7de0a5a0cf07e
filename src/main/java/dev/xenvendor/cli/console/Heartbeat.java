package dev.xenvendor.cli.console;

import dev.xenvendor.release.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Refreshes the progress display while a step takes long, such as a run of the C compiler. Safe for
 * several threads. Every step that begins must end, even after an exception.
 */
final class Heartbeat implements Progress {

  private static final long PAUSE_MILLIS = Duration.ofMillis(200).toMillis();

  private final Progress shown;
  private Optional<Timer> timer = Optional.empty();

  Heartbeat(Progress shown) {
    this.shown = shown;
  }

  @Override
  public synchronized void begin(String what, int total) {
    end();
    shown.begin(what, total);
    Timer started = new Timer("progress", true);
    TimerTask beat =
        new TimerTask() {
          @Override
          public void run() {
            beat(started);
          }
        };
    timer = Optional.of(started);
    started.schedule(beat, PAUSE_MILLIS, PAUSE_MILLIS);
  }

  /** A beat that waited while its step ended is late. */
  private synchronized void beat(Timer of) {
    if (timer.filter(of::equals).isPresent()) {
      shown.advance(0);
    }
  }

  @Override
  public synchronized void advance(int done) {
    shown.advance(done);
  }

  @Override
  public synchronized void end() {
    timer.ifPresent(Timer::cancel);
    timer = Optional.empty();
    shown.end();
  }
}
