package dev.xenvendor.report.conflict;

import dev.xenvendor.handover.SaveMerge;
import dev.xenvendor.handover.SavedMerge;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;

/** Shows that the merge in progress is saved, and how to hand it over. */
public record SavedMergeRendering(Vendor vendor, SaveMerge.Report report) implements Report {

  @Override
  public void show(Text text) {
    Style style = text.style();
    SavedMerge saved = report.saved();
    String what = saved.title(vendor) + " as " + saved.name();
    String place = saved.head().abbreviated() + " of " + saved.branch();
    text.line(
        report.isNew()
            ? style.good("Saved " + what) + ", on commit " + place + "."
            : saved.name() + " already holds " + saved.title(vendor) + ". Nothing was changed.");
    ConflictsLeft.addCount(text, report.left());
    report
        .untracked()
        .forEach(path -> text.warning(path + " is not saved, because git does not track it"));
    if (!report.untracked().isEmpty()) {
      text.hint("git add it, and save again: xenvendor merge --save " + saved.name());
    }
    text.next("git push origin " + saved.ref() + "     to hand it over");
    text.next(fetch() + "     in the other clone");
    text.next("xenvendor merge --resume " + saved.name() + "     there, on commit " + place);
  }

  private String fetch() {
    return "git fetch origin " + report.saved().ref() + ":" + report.saved().ref();
  }

  @Override
  public void write(Json json) {
    json.put("command", "merge").put("result", "saved");
    SavedMergeLines.write(report.saved(), json);
    json.put("ref", report.saved().ref());
    json.put("new", report.isNew());
    ConflictsLeft.write(json, report.left());
    json.put("untracked", report.untracked());
  }
}
