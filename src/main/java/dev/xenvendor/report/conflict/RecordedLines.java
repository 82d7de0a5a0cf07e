package dev.xenvendor.report.conflict;

import dev.xenvendor.conflict.resolve.RecordedResolutions;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Text;

/** Says how the resolutions of a merge were recorded. */
public final class RecordedLines {

  private RecordedLines() {}

  /** Adds what is recorded at the end of a merge, and how to share it. */
  public static void add(Text text, RecordedResolutions recorded) {
    addFailure(text, recorded);
    if (recorded.settled() > 0) {
      text.line(
          Phrases.count(recorded.settled(), "resolution")
              + " recorded: the next merge with the same conflicts uses "
              + (recorded.settled() == 1 ? "it." : "them."));
    }
  }

  /** Adds the command that shares what is recorded. */
  public static void addPush(Text text, RecordedResolutions recorded) {
    if (recorded.settled() > 0) {
      text.next("git push origin " + recorded.ref() + "     to share the resolutions");
    }
  }

  /** Adds why nothing could be recorded. */
  public static void addFailure(Text text, RecordedResolutions recorded) {
    recorded
        .failure()
        .ifPresent(
            why -> text.warning("the resolutions are not recorded: " + Phrases.printable(why)));
  }
}
