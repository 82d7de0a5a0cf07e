package dev.xenvendor.report.conflict;

import dev.xenvendor.conflict.ConflictNumber;
import dev.xenvendor.conflict.HunkContext;
import dev.xenvendor.diff.WordDiff;
import dev.xenvendor.diff.WordDiff.Span;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Side;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The three texts of a hunk, one below the other, with the words that differ in colour. */
final class HunkLines {

  private static final int MOST_LINES = ExplanationLines.MOST_LINES;

  private final Text text;
  private final Style style;
  private final boolean isFull;

  HunkLines(Text text, boolean isFull) {
    this.text = text;
    this.style = text.style();
    this.isFull = isFull;
  }

  void add(Hunk hunk, HunkContext context, ConflictNumber number) {
    addContext(context.above());
    String local = Phrases.text(hunk.local().text());
    String base = Phrases.text(hunk.base().text());
    String vendor = Phrases.text(hunk.vendor().text());
    List<Span> gone = new ArrayList<>(WordDiff.changed(local, base));
    gone.addAll(WordDiff.changed(vendor, base));
    int longest =
        List.of(local, base, vendor).stream()
            .mapToInt(side -> (int) side.lines().count())
            .max()
            .orElse(0);
    int most = isFull || longest <= MOST_LINES + 1 ? longest : MOST_LINES;
    addSide(Side.LOCAL, painted(local, changed(base, local), style::good), most);
    addSide(Side.BASE, painted(base, gone, style::bad), most);
    addSide(Side.VENDOR, painted(vendor, changed(base, vendor), style::good), most);
    addContext(context.below());
    if (most < longest) {
      ExplanationLines.addCommand(text, "all of it", "xenvendor conflicts " + number);
    }
  }

  /** In a text that has no counterpart, no words stand out. */
  private static List<Span> changed(String base, String side) {
    return base.isEmpty() ? List.of() : WordDiff.changed(base, side);
  }

  private void addContext(List<byte[]> lines) {
    for (byte[] line : lines) {
      String shown = Phrases.printable(Phrases.text(line).stripTrailing());
      ExplanationLines.add(text, "", shown.isEmpty() ? "" : style.faint(shown));
    }
  }

  private void addSide(Side side, List<String> lines, int most) {
    if (lines.isEmpty()) {
      ExplanationLines.add(text, side.word(), style.faint("(nothing)"));
    }
    int shown = Math.min(most, lines.size());
    for (int i = 0; i < shown; i++) {
      ExplanationLines.add(text, i == 0 ? side.word() : "", lines.get(i));
    }
    if (shown < lines.size()) {
      ExplanationLines.add(text, "", "… " + Phrases.count(lines.size() - shown, "more line"));
    }
  }

  /** The lines of a text, with some of its parts in a colour. */
  private static List<String> painted(String text, List<Span> spans, UnaryOperator<String> paint) {
    boolean[] marked = new boolean[text.length()];
    for (Span span : spans) {
      Arrays.fill(marked, span.begin(), span.end(), true);
    }
    List<String> lines = new ArrayList<>();
    int at = 0;
    for (String line : text.lines().toList()) {
      int begin = text.indexOf(line, at);
      lines.add(painted(line, marked, begin, paint));
      at = begin + line.length();
    }
    return lines;
  }

  private static String painted(
      String line, boolean[] marked, int offset, UnaryOperator<String> paint) {
    StringBuilder painted = new StringBuilder();
    int begin = 0;
    while (begin < line.length()) {
      int end = begin + 1;
      while (end < line.length() && marked[offset + end] == marked[offset + begin]) {
        end++;
      }
      String part = Phrases.printable(line.substring(begin, end));
      painted.append(marked[offset + begin] ? paint.apply(part) : part);
      begin = end;
    }
    return painted.toString();
  }
}
