package dev.xenvendor.report.cvs;

import dev.xenvendor.cvs.thirdparty.ThirdParty;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;

/**
 * Shows a vendor's entry in {@code doc/3RDPARTY}.
 *
 * @param file what the user called it
 * @param dryRun whether nothing was written
 */
public record ThirdPartyRendering(ThirdParty.Report report, String file, boolean dryRun)
    implements Report {

  @Override
  public void show(Text text) {
    Style style = text.style();
    String would = dryRun ? "would be " : "is ";
    text.line(
        switch (report.result()) {
          case INSERTED -> style.bold(file) + ": a new entry " + would + "added.";
          case UPDATED -> style.bold(file) + ": the entry " + would + "updated.";
          case UNCHANGED -> style.bold(file) + ": the entry is up to date. Nothing was changed.";
        });
    report.entry().forEach(line -> text.line("  " + line));
    if (!report.open().isEmpty()) {
      text.warning("these required fields have no value: " + String.join(", ", report.open()));
      text.hint("edit the file, or pass next time: --field \"" + report.open().get(0) + "=TEXT\"");
    }
    if (dryRun) {
      text.line("Nothing was written.");
    }
  }

  @Override
  public void write(Json json) {
    json.put("command", "cvs 3rdparty")
        .put("result", report.result().word())
        .put("release", report.version().text())
        .put("file", file)
        .put("dryRun", dryRun)
        .put("entry", report.entry())
        .put("open", report.open());
  }
}
