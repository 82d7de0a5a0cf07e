package dev.xenvendor.cli.console;

import dev.xenvendor.report.format.ControlCharacters;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Writes what may hold text from outside, such as names, header lines and compiler messages, so
 * that neither a terminal nor a CI service takes it for commands.
 *
 * <p>Control characters are written as {@code \x1b}; so are invisible ones, and those that change
 * the direction of text. A line never begins with {@code ::}, by which GitHub Actions knows its
 * commands, or holds {@code ##[}, by which others do.
 */
final class EscapingWriter extends FilterWriter {

  /** The escape sequences that {@code Style} writes, without the escape character. */
  private static final Set<String> COLORS = Set.of("[0m", "[1m", "[32m", "[31;1m", "[33m", "[36m");

  private final BooleanSupplier color;
  private final BooleanSupplier commands;

  /** True while only blanks were written on this line. */
  private boolean lineStart = true;

  /** The colons or number signs that were just written and may begin a command. */
  private int marks;

  private EscapingWriter(Writer out, BooleanSupplier color, BooleanSupplier commands) {
    super(out);
    this.color = color;
    this.commands = commands;
  }

  /**
   * Returns a writer to {@code target}.
   *
   * @param color whether the sequences of a terminal's colours are let through
   * @param commands whether lines are commands for a CI service
   */
  static PrintWriter around(PrintWriter target, BooleanSupplier color, BooleanSupplier commands) {
    return new PrintWriter(new EscapingWriter(target, color, commands)) {
      @Override
      public boolean checkError() {
        return super.checkError() || target.checkError();
      }
    };
  }

  @Override
  public void write(int c) throws IOException {
    write(new char[] {(char) c}, 0, 1);
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    write(new String(text, offset, length), 0, length);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    StringBuilder safe = new StringBuilder(length);
    int end = offset + length;
    for (int at = offset; at < end; at++) {
      int colored = text.charAt(at) == '\u001B' ? endOfColor(text, at, end) : at;
      if (colored > at) {
        safe.append(text, at, colored);
        at = colored - 1;
      } else {
        add(safe, text.charAt(at), at + 1 < end ? text.charAt(at + 1) : 0);
      }
    }
    out.write(safe.toString());
  }

  private int endOfColor(String text, int at, int end) {
    int m = text.indexOf('m', at);
    boolean known =
        m >= 0 && m < end && COLORS.contains(text.substring(at + 1, m + 1)) && color.getAsBoolean();
    return known ? m + 1 : at;
  }

  private void add(StringBuilder safe, char c, int next) {
    boolean begins = isMark(c);
    if (c == '\n' || c == '\t' || (c == '\r' && next == '\n') || !ControlCharacters.is(c)) {
      safe.append(begins && !commands.getAsBoolean() ? ControlCharacters.escaped(c) : c);
    } else {
      safe.append(ControlCharacters.escaped(c));
    }
    if (c == '\n') {
      lineStart = true;
    } else if (!Character.isWhitespace(c) && c != ':') {
      lineStart = false;
    }
  }

  /**
   * Returns whether a character completes what a CI service takes for the beginning of a command.
   */
  private boolean isMark(char c) {
    int before = marks;
    boolean colon = c == ':' && lineStart;
    if (colon || c == '#') {
      marks = before + 1;
    } else {
      marks = 0;
    }
    return colon ? marks == 2 : c == '[' && before >= 2 && !lineStart;
  }
}
