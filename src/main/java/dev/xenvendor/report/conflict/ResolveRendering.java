package dev.xenvendor.report.conflict;

import dev.xenvendor.conflict.resolve.Resolve;
import dev.xenvendor.conflict.resolve.ResolvedFile;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import java.util.List;

/** Shows what is resolved, or would be, and what is left. */
public record ResolveRendering(Resolve.Report report) implements Report {

  @Override
  public void show(Text text) {
    Style style = text.style();
    List<ResolvedFile> files = report.files();
    if (files.size() == 1) {
      text.line(what(files.get(0)));
    } else {
      text.line(summary());
      files.stream()
          .filter(file -> style.isVerbose() || !file.isSettled())
          .forEach(file -> text.line("  " + what(file)));
    }
    if (report.isDryRun()) {
      files.forEach(file -> ResolvedDiff.add(text, file));
      text.line("Nothing was written.");
      return;
    }
    files.forEach(file -> addBroken(text, file));
    if (!report.unsuggested().isEmpty()) {
      text.line(
          Phrases.count(report.unsuggested().size(), "hunk or file", "hunks or files")
              + " without a suggestion left as before.");
    }
    RecordedLines.addFailure(text, report.recorded());
    ConflictsLeft.add(text, report.left());
  }

  /** Each file, and what is not well formed in it. */
  void addFiles(Text text) {
    report.files().forEach(file -> text.line(what(file)));
    report.files().forEach(file -> addBroken(text, file));
  }

  private String summary() {
    List<ResolvedFile> files = report.files();
    long settled = files.stream().filter(ResolvedFile::isSettled).count();
    String took = report.isDryRun() ? "Would take " : "Took ";
    return took
        + report.taking().word()
        + " in "
        + Phrases.count(files.size(), "file")
        + (settled == files.size() ? ", all" : ", " + settled)
        + (report.isDryRun() ? " would be resolved." : " resolved.");
  }

  private String what(ResolvedFile file) {
    String hunks =
        file.hunks().isEmpty() || (file.hunks().size() == 1 && file.isSettled())
            ? ""
            : " in " + Phrases.count(file.hunks().size(), "hunk");
    String took =
        file.conflict().path()
            + ": "
            + (report.isDryRun() ? "would take " : "took ")
            + report.taking().word()
            + hunks
            + ".";
    return file.isSettled()
        ? took + (report.isDryRun() ? "" : " It is resolved.")
        : took + " " + Phrases.count(file.hunksLeft(), "hunk") + " left.";
  }

  private static void addBroken(Text text, ResolvedFile file) {
    if (!file.broken().isEmpty()) {
      text.warning("the result is not well formed, although it is well formed on every side");
      BreakageLines.add(text, file.broken());
      text.hint("edit " + file.conflict().path() + ", then: git add " + file.conflict().path());
    }
  }

  @Override
  public void write(Json json) {
    boolean isSettled = report.files().stream().allMatch(ResolvedFile::isSettled);
    json.put("command", "resolve");
    json.put("result", isSettled ? "settled" : "partly-settled");
    json.put("dryRun", report.isDryRun());
    if (report.files().size() == 1) {
      json.put("path", report.files().get(0).conflict().path().value());
      BreakageLines.write(json, report.files().get(0).broken());
    }
    json.put("take", report.taking().word());
    json.put("hunksLeft", report.files().stream().mapToInt(ResolvedFile::hunksLeft).sum());
    json.objects("files", report.files(), ResolveRendering::write);
    ConflictsLeft.write(json, report.left());
  }

  private static void write(ResolvedFile file, Json json) {
    json.put("number", file.conflict().number());
    json.put("path", file.conflict().path().value());
    json.put("hunks", file.hunks());
    json.put("hunksLeft", file.hunksLeft());
    BreakageLines.write(json, file.broken());
  }
}
