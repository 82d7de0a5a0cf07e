package dev.xenvendor.cli.console;

import dev.xenvendor.release.Progress;
import dev.xenvendor.report.format.Format;
import java.io.InputStream;
import java.io.PrintWriter;

/**
 * The standard streams of the program, which tests replace.
 *
 * @param bar standard error as it is, since a bar moves the cursor
 */
public record Console(
    InputStream in, PrintWriter out, PrintWriter err, Terminal terminal, PrintWriter bar) {

  public Console(InputStream in, PrintWriter out, PrintWriter err, Terminal terminal) {
    this(in, out, err, terminal, err);
  }

  /**
   * The streams that are terminals.
   *
   * @param out whether standard output is a terminal
   * @param err whether standard error is one
   */
  public record Terminal(boolean out, boolean err) {
    public static final Terminal NONE = new Terminal(false, false);
  }

  /** The same console, for text that may come from outside. */
  public Console escaping(GlobalOptions options) {
    PrintWriter safeOut =
        EscapingWriter.around(
            out, () -> options.usesColor(terminal.out()), () -> options.format() == Format.GITHUB);
    PrintWriter safeErr =
        EscapingWriter.around(err, () -> options.usesColor(terminal.err()), () -> false);
    return new Console(in, safeOut, safeErr, terminal, bar);
  }

  public void print(String text) {
    out.print(text);
    out.flush();
  }

  /** Progress on standard error: a bar for a person, and now and then a line for a log. */
  public Progress progress() {
    return terminal.err() ? new ProgressBar(bar) : new ProgressLines(err);
  }

  /** The same for steps of a few long units; several threads may tell it, and it must be ended. */
  public Progress steadyProgress() {
    return new Heartbeat(progress());
  }
}
