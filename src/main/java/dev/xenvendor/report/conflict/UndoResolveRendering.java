package dev.xenvendor.report.conflict;

import dev.xenvendor.conflict.resolve.UndoResolve;
import dev.xenvendor.conflict.resolve.UndoResolve.Reopened;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import java.util.List;

/** Shows which conflicts are back. */
public record UndoResolveRendering(UndoResolve.Report report) implements Report {

  @Override
  public void show(Text text) {
    Style style = text.style();
    int files = report.reopened().size();
    if (files == 1) {
      text.line(what(report.reopened().get(0)));
    } else {
      text.line(Phrases.count(files, "file") + " are in conflict again.");
      if (style.isVerbose()) {
        report.reopened().forEach(one -> text.line("  " + what(one)));
      }
    }
    ConflictsLeft.add(text, report.left());
  }

  @Override
  public void write(Json json) {
    json.put("command", "resolve");
    json.put("result", "reopened");
    json.objects("files", report.reopened(), UndoResolveRendering::write);
    ConflictsLeft.write(json, report.left());
  }

  private static String what(Reopened one) {
    List<Integer> hunks = List.copyOf(one.hunks());
    String path = one.conflict().path().toString();
    return switch (hunks.size()) {
      case 0 -> path + " is in conflict again.";
      case 1 -> path + ": hunk " + hunks.get(0) + " is in conflict again.";
      default -> path + ": " + hunks.size() + " hunks are in conflict again.";
    };
  }

  private static void write(Reopened one, Json json) {
    json.put("number", one.conflict().number());
    json.put("path", one.conflict().path().value());
    if (!one.hunks().isEmpty()) {
      json.put("hunks", List.copyOf(one.hunks()));
    }
  }
}
