package dev.xenvendor.report.conflict;

import dev.xenvendor.handover.ResumeMerge;
import dev.xenvendor.handover.SavedMerge;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;

/** Shows that a saved merge is in progress here. */
public record ResumedMergeRendering(Vendor vendor, ResumeMerge.Report report) implements Report {

  @Override
  public void show(Text text) {
    Style style = text.style();
    SavedMerge saved = report.saved();
    text.line(
        style.good("Resumed " + saved.title(vendor)) + ", saved as " + SavedMergeLines.line(saved));
    report.outside().forEach(path -> text.line("  also changes " + path));
    ConflictsLeft.add(text, report.left());
  }

  @Override
  public void write(Json json) {
    json.put("command", "merge").put("result", "resumed");
    SavedMergeLines.write(report.saved(), json);
    json.put("outside", report.outside());
    ConflictsLeft.write(json, report.left());
  }
}
