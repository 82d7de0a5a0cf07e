package dev.xenvendor.report.merge;

import dev.xenvendor.conflict.resolve.FinishMerge;
import dev.xenvendor.handover.SavedMerge;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.report.conflict.BreakageLines;
import dev.xenvendor.report.conflict.RecordedLines;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.report.patch.StalePatchLines;
import java.util.List;

/**
 * Shows how a merge in progress ended.
 *
 * @param aborted whether it was undone
 * @param saved what is saved of it, or of other merges into the same commit
 */
public record FinishMergeRendering(
    Vendor vendor, FinishMerge.Report report, boolean aborted, List<SavedMerge> saved)
    implements Report {

  private String release() {
    return report.release().map(vendor::title).orElse("the merge");
  }

  private String merge() {
    return report.release().map(r -> "the merge of " + vendor.title(r)).orElse("the merge");
  }

  @Override
  public void show(Text text) {
    Style style = text.style();
    if (aborted) {
      text.line("Aborted " + merge() + ". Work tree and index are as they were before.");
      RecordedLines.add(text, report.recorded());
      text.next("xenvendor status");
      saved.forEach(
          one -> text.next("xenvendor merge --resume " + one.name() + "     to resume it"));
      return;
    }
    if (report.isFinished()) {
      text.line(
          style.good("Merged " + release())
              + report.base().map(base -> " (from " + base + ")").orElse("")
              + report.commit().map(id -> ", commit " + id.abbreviated()).orElse("")
              + ".");
      StalePatchLines.add(text, report.stale(), release());
      RecordedLines.add(text, report.recorded());
      text.next("xenvendor status");
      RecordedLines.addPush(text, report.recorded());
      for (SavedMerge one : saved) {
        text.next("git update-ref -d " + one.ref() + "     to delete the saved merge");
        text.next("git push origin --delete " + one.ref() + "     to delete it at the remote");
      }
      return;
    }
    int left = report.unmerged().size() + report.marked().size() + report.broken().size();
    text.line(
        style.bad(Phrases.count(left, "file") + " not resolved yet") + "; nothing was committed.");
    report.unmerged().forEach(path -> text.line("  " + path));
    report.marked().forEach(path -> text.line("  " + path + "  still contains conflict markers"));
    report
        .broken()
        .forEach(
            (path, breakages) -> {
              text.line(
                  "  " + path + "  is not well formed, although it is well formed on every side");
              BreakageLines.add(text, breakages);
            });
    if (report.unmerged().isEmpty() && report.marked().isEmpty()) {
      text.next("git add FILE     when you have corrected it");
      text.next("xenvendor merge --continue --allow-broken     to commit it as it is");
    } else {
      text.next("xenvendor conflicts");
      text.next("git add FILE     for a file that you edited yourself");
    }
  }

  @Override
  public void write(Json json) {
    json.put("command", "merge");
    json.put("result", aborted ? "aborted" : report.isFinished() ? "merged" : "conflicts");
    json.put("base", report.base());
    json.put("vendor", report.release());
    json.put("commit", report.commit());
    json.put("recorded", report.recorded().settled());
    json.put("saved", saved.stream().map(SavedMerge::name).toList());
    json.put("unmerged", report.unmerged());
    json.put("marked", report.marked());
    json.put("stale", report.stale().stream().map(p -> p.patch().id()).toList());
    json.objects(
        "broken",
        List.copyOf(report.broken().entrySet()),
        (file, j) -> {
          j.put("path", file.getKey().value());
          BreakageLines.write(j, file.getValue());
        });
  }
}
