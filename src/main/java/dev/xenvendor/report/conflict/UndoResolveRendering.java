package dev.xenvendor.report.conflict;

import dev.xenvendor.conflict.MergeConflict;
import dev.xenvendor.conflict.UndoResolve;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.report.format.Words;

/** Shows which conflicts are back. */
public record UndoResolveRendering(UndoResolve.Report report) implements Report {

  @Override
  public String text(Style style) {
    Text text = new Text(style);
    int files = report.reopened().size();
    if (files == 1) {
      text.line(report.reopened().get(0).path() + " is in conflict again.");
    } else {
      text.line(Words.count(files, "file") + " are in conflict again.");
      if (style.isVerbose()) {
        report.reopened().forEach(conflict -> text.line("  " + conflict.path()));
      }
    }
    ConflictsLeft.add(text, report.left());
    return text.toString();
  }

  @Override
  public String json() {
    return Json.document(
        json -> {
          json.put("command", "resolve");
          json.put("result", "reopened");
          json.objects("files", report.reopened(), UndoResolveRendering::write);
          ConflictsLeft.write(json, report.left());
        });
  }

  private static void write(MergeConflict conflict, Json json) {
    json.put("number", conflict.number()).put("path", conflict.path().value());
  }
}
