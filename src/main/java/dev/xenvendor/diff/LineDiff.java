package dev.xenvendor.diff;

import java.util.List;

/**
 * The histogram difference of two texts, line by line, edit for edit as git's own merge sees it.
 */
public final class LineDiff {

  private LineDiff() {}

  /**
   * Returns what to do to the lines of {@code before} to get those of {@code after}, from top to
   * bottom.
   *
   * @param numbers what both texts were numbered by
   */
  public static List<LineEdit> between(
      NumberedText before, NumberedText after, LineInterner numbers) {
    Histogram histogram = Histogram.compare(before.numbers(), after.numbers(), numbers.count());
    return new EditCompaction(before.numbers(), after.numbers(), histogram).placed();
  }

  /** The same for texts whose lines are not numbered yet. */
  public static List<LineEdit> between(byte[] before, byte[] after) {
    LineInterner numbers = new LineInterner();
    return between(numbers.of(before), numbers.of(after), numbers);
  }

  /** The number of lines that only one of the two texts has. */
  public static int distance(byte[] before, byte[] after) {
    return between(before, after).stream().mapToInt(LineEdit::size).sum();
  }
}
