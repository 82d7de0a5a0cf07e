package dev.xenvendor.report.conflict;

import dev.xenvendor.diff.UnifiedDiff;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Style;
import java.util.List;

/** The lines of a unified diff for a terminal, without the names of the files. */
final class DiffLines {

  private static final int CONTEXT = 3;
  private static final int NAMES = 2;

  private DiffLines() {}

  /** The hunks of the diff of two texts; none where they are the same. */
  static List<String> between(byte[] before, byte[] after) {
    List<String> diff = UnifiedDiff.between("a", "b", lines(before), lines(after), CONTEXT);
    return diff.subList(Math.min(NAMES, diff.size()), diff.size());
  }

  private static List<String> lines(byte[] text) {
    return Phrases.text(text).lines().map(Phrases::printable).toList();
  }

  static String painted(String line, Style style) {
    if (line.startsWith("@@")) {
      return style.faint(line);
    }
    return line.startsWith("+") ? style.good(line) : line.startsWith("-") ? style.bad(line) : line;
  }
}
