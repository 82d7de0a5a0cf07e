package dev.xenvendor.report.conflict;

import dev.xenvendor.conflict.CauseGroup;
import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;

/**
 * Shows the conflicts of a merge: all of them by their causes, or some of them with the three texts
 * of each hunk.
 *
 * @param all what is left of the merge
 * @param shown what to show of it
 * @param detail how to show it
 */
public record ConflictsRendering(ConflictsReport all, ConflictsReport shown, Detail detail)
    implements Report {

  /** The levels of detail. */
  public enum Detail {
    /** Its place. */
    OVERVIEW,
    /** Its texts; long ones are cut. */
    TEXTS,
    /** Its texts in full. */
    FULL
  }

  /** All conflicts. */
  public ConflictsRendering(ConflictsReport all, Detail detail) {
    this(all, all, detail);
  }

  @Override
  public void show(Text text) {
    Style style = text.style();
    if (all.conflicts().isEmpty()) {
      addNone(text);
      return;
    }
    text.line(headline(style));
    if (detail == Detail.OVERVIEW) {
      new ConflictOverview(text, shown).add();
    } else {
      ConflictDetails details = new ConflictDetails(text, detail == Detail.FULL, !all.predicted());
      for (CauseGroup group : shown.causes()) {
        group.decisions().forEach(details::add);
      }
    }
    text.blank();
    addNext(text);
  }

  private String headline(Style style) {
    long left = all.left();
    boolean isPart = shown.left() < left;
    String count = isPart ? shown.left() + " of " + left : String.valueOf(left);
    String settled =
        all.settled().isEmpty()
            ? ""
            : ", " + Phrases.count(all.settled().size(), "file") + " resolved";
    return style.bold(
            count + " to decide in " + Phrases.count(shown.conflicts().size(), "file") + settled)
        + "."
        + (merging().isEmpty() ? "" : " " + merging());
  }

  private void addNone(Text text) {
    if (all.predicted()) {
      text.line("No conflicts. " + merging()).next("xenvendor merge");
    } else if (all.release().isPresent()) {
      text.line("No conflicts are left. " + merging()).next("xenvendor merge --continue");
    } else {
      text.line("No merge is in progress.").next("xenvendor status");
    }
  }

  private void addNext(Text text) {
    if (all.predicted()) {
      text.next("xenvendor merge");
      return;
    }
    long suggested = all.decisions().stream().filter(d -> d.suggestion().isPresent()).count();
    if (detail == Detail.OVERVIEW) {
      text.next("xenvendor conflicts --next     the first one in full");
    }
    if (suggested > 1) {
      text.next("xenvendor resolve --all-suggested     " + suggested + " of " + all.left());
    }
    if (detail == Detail.OVERVIEW
        && shown.causes().stream().anyMatch(group -> group.cause().isUndeclared())) {
      text.next(
          "xenvendor patches new     declare local's edits, so that they never conflict again");
    }
    text.next("git add PATH     for a file that you edited yourself");
    text.next("xenvendor merge --continue     when all are resolved");
  }

  private String merging() {
    return all.release()
        .map(
            release ->
                "Merging "
                    + all.vendor().title(release)
                    + all.base().map(base -> " (from " + base + ")").orElse("")
                    + ".")
        .orElse("");
  }

  @Override
  public void write(Json json) {
    json.put("command", "conflicts");
    json.put("result", shown.conflicts().isEmpty() ? "none" : "conflicts");
    json.put("release", all.release());
    json.put("base", all.base());
    json.put("predicted", all.predicted());
    json.put("left", all.left());
    ConflictJson.writeCauses(json, shown.causes());
    ConflictJson.write(json, shown.conflicts());
    ConflictJson.writeSettled(json, all.settled());
  }
}
