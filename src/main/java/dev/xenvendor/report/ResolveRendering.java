package dev.xenvendor.report;

import dev.xenvendor.conflict.Resolve;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.report.format.Words;

/** Shows what is resolved, and what is left. */
public record ResolveRendering(Resolve.Report report) implements Report {

  @Override
  public String text(Style style) {
    Text text = new Text(style);
    String took = report.path() + ": took " + report.taking().word() + ".";
    text.line(
        report.hunksLeft() == 0
            ? took + " It is resolved."
            : took + " " + Words.count(report.hunksLeft(), "hunk") + " of it left.");
    if (!report.broken().isEmpty()) {
      text.warning("the result is not well formed, although it is on every side");
      BreakageLines.add(text, report.broken());
      text.hint("edit " + report.path() + ", then: git add " + report.path());
    }
    long left = report.left().conflicts().size();
    if (left == 0) {
      text.next("xenvendor merge --continue");
    } else {
      text.line(Words.count(left, "file") + " left to resolve.");
      text.next("xenvendor conflicts");
    }
    return text.toString();
  }

  @Override
  public String json() {
    return Json.document(
        json -> {
          json.put("command", "resolve");
          json.put("result", report.hunksLeft() == 0 ? "settled" : "partly-settled");
          json.put("path", report.path().value());
          json.put("take", report.taking().word());
          json.put("hunksLeft", report.hunksLeft());
          BreakageLines.write(json, report.broken());
          json.put(
              "left", report.left().conflicts().stream().map(conflict -> conflict.path()).toList());
        });
  }
}
