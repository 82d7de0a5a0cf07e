package dev.xenvendor.diff;

import java.util.List;

/** The histogram difference, edit for edit as git's own merge sees it. */
public final class HistogramLineDiff implements LineDiff {

  @Override
  public List<LineEdit> diff(NumberedText before, NumberedText after, LineNumbers numbers) {
    Histogram histogram = Histogram.compare(before.numbers(), after.numbers(), numbers.count());
    return new EditPlacement(before.numbers(), after.numbers(), histogram).placed();
  }
}
