package dev.xenvendor.diff;

import java.util.List;

/** Tells two texts apart line by line. */
@FunctionalInterface
public interface LineDiff {

  /**
   * What to do to the lines of {@code before} to get those of {@code after}, from top to bottom.
   *
   * @param numbers what both texts were numbered by
   */
  List<LineEdit> diff(NumberedText before, NumberedText after, LineNumbers numbers);

  /** The same for texts that nobody numbered yet. */
  default List<LineEdit> diff(byte[] before, byte[] after) {
    LineNumbers numbers = new LineNumbers();
    return diff(numbers.of(before), numbers.of(after), numbers);
  }

  /** The number of lines that only one of the two texts has. */
  default int distance(byte[] before, byte[] after) {
    return diff(before, after).stream().mapToInt(LineEdit::size).sum();
  }
}
