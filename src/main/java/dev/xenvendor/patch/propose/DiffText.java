package dev.xenvendor.patch.propose;

import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.patch.residue.ResidueHunk;
import dev.xenvendor.patch.text.TextLines;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes the difference of two texts as a unified diff, with the least context that identifies its
 * place, and none that releases change as a matter of course. A library's writer gives every hunk
 * the same number of lines.
 */
final class DiffText {

  private static final int MOST_CONTEXT = 3;

  /** Lines that releases change as a matter of course. */
  private static final Pattern UNSTABLE =
      Pattern.compile("_LATEST_INTERFACE_VERSION|[Cc]opyright|\\$[A-Z][A-Za-z]+(:[^$]*)?\\$");

  private final List<String> released;
  private final StringBuilder diff = new StringBuilder();

  private DiffText(List<String> released) {
    this.released = released;
  }

  /** Returns the hunks of a file as a diff. */
  static String of(List<ResidueHunk> hunks, byte[] released) {
    DiffText text = new DiffText(TextLines.of(released));
    text.together(hunks).forEach(text::append);
    return text.diff.toString();
  }

  /** Returns what leads from one text to another; empty where only line endings differ. */
  static String between(byte[] before, byte[] after) {
    return of(ResidueHunk.between(before, after), before);
  }

  /** The hunks, those together whose context would overlap. */
  private List<List<ResidueHunk>> together(List<ResidueHunk> hunks) {
    List<List<ResidueHunk>> groups = new ArrayList<>();
    int end = 0;
    for (ResidueHunk hunk : hunks) {
      int begin = hunk.edit().beforeBegin();
      boolean near = begin - end <= 2 * MOST_CONTEXT;
      for (int line = end; line < begin; line++) {
        near &= isText(line) && (begin - end <= 2 || isStable(line));
      }
      if (groups.isEmpty() || !near) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(hunk);
      end = hunk.edit().beforeEnd();
    }
    return groups;
  }

  private void append(List<ResidueHunk> near) {
    LineEdit first = near.get(0).edit();
    LineEdit last = near.get(near.size() - 1).edit();
    int context = context(first.beforeBegin(), last.beforeEnd());
    int begin = above(first.beforeBegin(), context);
    int end = below(last.beforeEnd(), context);
    int after =
        end - begin + last.afterEnd() - last.beforeEnd() + first.beforeBegin() - first.afterBegin();
    int shift = first.afterBegin() - first.beforeBegin();
    diff.append("@@ -").append(begin + 1).append(',').append(end - begin);
    diff.append(" +").append(begin + shift + 1).append(',').append(after).append(" @@\n");
    int at = begin;
    for (ResidueHunk hunk : near) {
      lines(' ', released.subList(at, hunk.edit().beforeBegin()));
      lines('-', hunk.before());
      lines('+', hunk.after());
      at = hunk.edit().beforeEnd();
    }
    lines(' ', released.subList(at, end));
  }

  /** Returns how many lines around a stretch distinguish it from all others. */
  private int context(int begin, int end) {
    for (int lines = 1; lines < MOST_CONTEXT; lines++) {
      List<String> around = released.subList(above(begin, lines), below(end, lines));
      if (!around.isEmpty() && places(around) == 1) {
        return lines;
      }
    }
    return MOST_CONTEXT;
  }

  private int places(List<String> wanted) {
    int places = 0;
    for (int at = 0; at + wanted.size() <= released.size(); at++) {
      places += released.subList(at, at + wanted.size()).equals(wanted) ? 1 : 0;
    }
    return places;
  }

  private int above(int begin, int context) {
    int line = begin;
    while (begin - line < context && isText(line - 1) && (line == begin || isStable(line - 1))) {
      line--;
    }
    return line;
  }

  private int below(int end, int context) {
    int line = end;
    while (line - end < context && isText(line) && (line == end || isStable(line))) {
      line++;
    }
    return line;
  }

  private boolean isStable(int line) {
    return isStable(released.get(line));
  }

  /** Returns whether releases do not change a line as a matter of course. */
  static boolean isStable(String line) {
    return !UNSTABLE.matcher(line).find();
  }

  /** Returns whether a patch can hold the line, as text in UTF-8. */
  private boolean isText(int line) {
    return line >= 0
        && line < released.size()
        && TextLines.latin1(TextLines.unicode(released.get(line))).equals(released.get(line));
  }

  private void lines(char mark, List<String> lines) {
    lines.forEach(line -> diff.append(mark).append(TextLines.unicode(line)).append('\n'));
  }
}
