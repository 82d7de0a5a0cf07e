package dev.xenvendor.report.conflict;

import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.conflict.OpenDecision;
import dev.xenvendor.conflict.resolve.Resolve;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;

/** Shows a walk through the decisions of a merge. */
public final class ResolveSessionLines {

  private ResolveSessionLines() {}

  /** A decision that is due, with the texts of its sides; long ones are cut. */
  public static String decision(OpenDecision due, Style style) {
    Text text = new Text(style);
    new ConflictDetails(text, false, false).add(due);
    return text.toString();
  }

  /** Returns what was taken of the decision. */
  public static String taken(Resolve.Report report, Style style) {
    Text text = new Text(style);
    new ResolveRendering(report).addFiles(text);
    RecordedLines.addFailure(text, report.recorded());
    return text.toString();
  }

  /** Returns what is left at the end. */
  public static String left(ConflictsReport left, Style style) {
    Text text = new Text(style);
    ConflictsLeft.add(text, left);
    return text.toString();
  }
}
