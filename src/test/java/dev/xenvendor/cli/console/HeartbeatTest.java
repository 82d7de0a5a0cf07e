package dev.xenvendor.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.cli.option.Syntax;
import dev.xenvendor.release.Progress;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class HeartbeatTest {

  private static final long LONG_UNIT = Duration.ofMillis(1_500).toMillis();

  private final StringWriter err = new StringWriter();

  @Test
  void aUnitOverASecondIsShownOnATerminalAndClearedAtItsEnd() throws InterruptedException {
    Progress progress = console(true).steadyProgress();

    progress.begin("Checking", 4);
    Thread.sleep(LONG_UNIT);
    progress.end();

    assertThat(err.toString()).contains("Checking [....................]   0 %");
    assertThat(err.toString()).endsWith("\r\u001B[K").doesNotContain("\n").doesNotContain("\\x");
  }

  /** A server names steps of a fetch. */
  @Test
  void theNameOfAStepDoesNotMoveTheCursor() throws Exception {
    Progress progress = console(true).steadyProgress();
    progress.begin("Counting\u001B[2J", 4);
    Thread.sleep(LONG_UNIT);
    progress.end();

    assertThat(err.toString()).contains("Counting\\x1b[2J [");
  }

  @Test
  void aShortStepPrintsNothing() {
    for (boolean isTerminal : new boolean[] {true, false}) {
      Progress progress = console(isTerminal).steadyProgress();
      progress.begin("Checking", 1);
      progress.advance(1);
      progress.end();
    }

    assertThat(err.toString()).isEmpty();
  }

  @Test
  void itBeatsUntilTheStepEnds() throws InterruptedException {
    Beats beats = new Beats();
    Progress progress = new Heartbeat(beats);

    progress.begin("Checking", 1);
    assertThat(beats.three.await(10, TimeUnit.SECONDS)).isTrue();
    progress.end();

    int told = beats.count.get();
    Thread.sleep(LONG_UNIT);
    assertThat(beats.count).hasValue(told);
  }

  private Console console(boolean isTerminal) {
    return new Console(
            InputStream.nullInputStream(),
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            new Console.Terminal(false, isTerminal))
        .escaping(new GlobalOptions(Syntax.ofProgram(() -> {}, "xenvendor", "Nothing.")));
  }

  private static final class Beats implements Progress {
    private final CountDownLatch three = new CountDownLatch(3);
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void begin(String what, int total) {}

    @Override
    public void advance(int done) {
      count.incrementAndGet();
      three.countDown();
    }

    @Override
    public void end() {}
  }
}
