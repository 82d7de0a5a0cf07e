package dev.xenvendor.diff;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Pairs the lines of two texts, so that they can be shown side by side. */
public final class LinePairs {

  /** Says that a line has no partner. */
  public static final int NONE = -1;

  /** Pairs that were compared word by word; longer runs of lines are paired from the top. */
  private static final int MOST_COMPARED = 2_500;

  private static final double LEAST_SIMILAR = 0.5;

  private final List<String> before;
  private final List<String> after;
  private final int[] partners;

  private LinePairs(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
    this.partners = new int[before.size()];
    Arrays.fill(partners, NONE);
  }

  /**
   * Returns for each line of {@code before} the line of {@code after} that it corresponds to, or
   * {@link #NONE}. Partners are in order; they are equal lines or changed ones.
   */
  public static int[] between(List<String> before, List<String> after) {
    LinePairs pairs = new LinePairs(before, after);
    List<LineEdit> edits = LineDiff.between(text(before), text(after));
    LineEdit.forEachKept(edits, before.size(), (b, a) -> pairs.partners[b] = a);
    for (LineEdit edit : edits) {
      pairs.pair(edit.beforeBegin(), edit.beforeEnd(), edit.afterBegin(), edit.afterEnd());
    }
    return pairs.partners;
  }

  private static byte[] text(List<String> lines) {
    return lines.isEmpty()
        ? new byte[0]
        : (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void pair(int begin, int end, int afterBegin, int afterEnd) {
    int lines = end - begin;
    int afterLines = afterEnd - afterBegin;
    if (lines != afterLines && (long) lines * afterLines <= MOST_COMPARED) {
      pairSimilar(begin, end, afterBegin, afterEnd);
    } else {
      pairInOrder(begin, end, afterBegin, afterEnd);
    }
  }

  private void pairInOrder(int begin, int end, int afterBegin, int afterEnd) {
    for (int i = 0; i < Math.min(end - begin, afterEnd - afterBegin); i++) {
      partners[begin + i] = afterBegin + i;
    }
  }

  /** Pairs the lines so that the sum of their similarities is greatest. */
  private void pairSimilar(int begin, int end, int afterBegin, int afterEnd) {
    int rows = end - begin;
    int columns = afterEnd - afterBegin;
    double[][] similar = new double[rows][columns];
    double[][] best = new double[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        similar[i][j] = similarity(before.get(begin + i), after.get(afterBegin + j));
        double paired = similar[i][j] < LEAST_SIMILAR ? 0 : similar[i][j] + best[i + 1][j + 1];
        best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    int i = 0;
    int j = 0;
    int pairedTo = 0;
    int pairedAfterTo = 0;
    while (i < rows && j < columns) {
      if (best[i][j] == best[i + 1][j]) {
        i++;
      } else if (best[i][j] == best[i][j + 1]) {
        j++;
      } else {
        pairInOrder(begin + pairedTo, begin + i, afterBegin + pairedAfterTo, afterBegin + j);
        partners[begin + i] = afterBegin + j;
        pairedTo = ++i;
        pairedAfterTo = ++j;
      }
    }
    pairInOrder(begin + pairedTo, end, afterBegin + pairedAfterTo, afterEnd);
  }

  /** Returns which share of its characters a line shares with another, from 0 to 1. */
  private static double similarity(String line, String other) {
    int all = inked(line);
    int changed =
        WordDiff.changed(other, line).stream()
            .mapToInt(span -> inked(line.substring(span.begin(), span.end())))
            .sum();
    int longer = Math.max(all, inked(other));
    return longer == 0 ? 1 : (double) (all - changed) / longer;
  }

  /** Returns how many of the characters are not blank. */
  private static int inked(String text) {
    return (int) text.chars().filter(c -> !Character.isWhitespace(c)).count();
  }
}
