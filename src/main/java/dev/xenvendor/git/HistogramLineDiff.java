package dev.xenvendor.git;

import dev.xenvendor.header.LineDiff;
import dev.xenvendor.header.LineEdit;
import dev.xenvendor.header.LineNumbers;
import dev.xenvendor.header.NumberedText;
import java.util.List;

/** The histogram difference, edit for edit as git's own merge sees it. */
public final class HistogramLineDiff implements LineDiff {

  @Override
  public List<LineEdit> diff(NumberedText before, NumberedText after, LineNumbers numbers) {
    Histogram histogram = Histogram.compare(before.numbers(), after.numbers(), numbers.count());
    return new EditPlacement(before.numbers(), after.numbers(), histogram).placed();
  }
}
