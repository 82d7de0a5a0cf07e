package dev.xenvendor.report.merge;

import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.update.UndoMerge;

/** Shows which merge was undone. */
public record UndoMergeRendering(UndoMerge.Report report) implements Report {

  @Override
  public void show(Text text) {
    text.line(
        "Undid the merge of "
            + report.vendor().title(report.release())
            + " (commit "
            + report.commit().abbreviated()
            + "): "
            + report.branch()
            + ", index and work tree are as before, at "
            + report.before().abbreviated()
            + ".");
    text.next("xenvendor merge " + report.release() + "     to merge it again");
    text.next(
        "git merge --ff-only " + report.commit().abbreviated() + "     to restore this merge");
    if (report.canUndoImport()) {
      text.next("xenvendor import --undo     to undo the import as well");
    }
  }

  @Override
  public void write(Json json) {
    json.put("command", "merge")
        .put("result", "undone")
        .put("vendor", report.release().text())
        .put("commit", report.commit().hex())
        .put("head", report.before().hex());
  }
}
