package dev.xenvendor.diff;

import java.util.List;

/**
 * A run of lines that another run takes the place of. Lines count from 0, ends are exclusive; an
 * empty run is an insertion or a deletion.
 */
public record LineEdit(int beforeBegin, int beforeEnd, int afterBegin, int afterEnd) {

  public int removed() {
    return beforeEnd - beforeBegin;
  }

  public int inserted() {
    return afterEnd - afterBegin;
  }

  public int size() {
    return removed() + inserted();
  }

  /** Takes a line of the text before and the same line of the text after. */
  @FunctionalInterface
  public interface KeptLine {
    void accept(int before, int after);
  }

  /**
   * Visits the lines that edits keep, from top to bottom.
   *
   * @param lines how many lines the text before has
   */
  public static void forEachKept(List<LineEdit> edits, int lines, KeptLine visitor) {
    int before = 0;
    int after = 0;
    for (LineEdit edit : edits) {
      while (before < edit.beforeBegin()) {
        visitor.accept(before++, after++);
      }
      before = edit.beforeEnd();
      after = edit.afterEnd();
    }
    while (before < lines) {
      visitor.accept(before++, after++);
    }
  }

  /** The line before the edits that corresponds to a line after them. */
  public static int lineBefore(List<LineEdit> edits, int lineAfter) {
    int shift = 0;
    for (LineEdit edit : edits) {
      if (lineAfter < edit.afterBegin()) {
        break;
      }
      if (lineAfter < edit.afterEnd()) {
        return edit.beforeBegin();
      }
      shift = edit.beforeEnd() - edit.afterEnd();
    }
    return lineAfter + shift;
  }
}
