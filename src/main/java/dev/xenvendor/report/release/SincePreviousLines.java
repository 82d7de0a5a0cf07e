package dev.xenvendor.report.release;

import dev.xenvendor.diff.TreeChanges;
import dev.xenvendor.release.branch.ImportReport.SincePrevious;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Text;

/** The differences of an imported release from the one before it. */
final class SincePreviousLines {

  private SincePreviousLines() {}

  static void add(Text text, SincePrevious since) {
    TreeChanges changes = since.changes();
    String line =
        "Since "
            + since.previous()
            + ": "
            + changes.added().size()
            + " added, "
            + changes.deleted().size()
            + " deleted, "
            + changes.moved().size()
            + " moved, "
            + changes.changed().size()
            + " changed.";
    text.line(line + interfaceVersion(since));
    if (text.style().isVerbose()) {
      changes.added().forEach(path -> text.line("  added    " + path));
      changes.deleted().forEach(path -> text.line("  deleted  " + path));
      changes.moved().forEach(r -> text.line("  moved    " + r.from() + " to " + r.to()));
      changes.changed().forEach(path -> text.line("  changed  " + path));
    }
  }

  private static String interfaceVersion(SincePrevious since) {
    if (since.interfaceBefore().isEmpty() || since.interfaceNow().isEmpty()) {
      return "";
    }
    String before = since.interfaceBefore().get();
    String now = since.interfaceNow().get();
    return before.equals(now)
        ? " Interface version " + now + ", as before."
        : " Interface version " + before + " to " + now + ".";
  }

  static void write(Json json, SincePrevious since) {
    json.put("release", since.previous().text())
        .put("added", since.changes().added())
        .put("deleted", since.changes().deleted())
        .objects(
            "moved",
            since.changes().moved(),
            (rename, j) -> j.put("from", rename.from().value()).put("to", rename.to().value()))
        .put("changed", since.changes().changed())
        .put("interfaceBefore", since.interfaceBefore())
        .put("interfaceNow", since.interfaceNow())
        .put("licenseChanged", since.licenseChanged());
  }
}
