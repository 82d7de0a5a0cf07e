package dev.xenvendor.report.release;

import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Text;

/** Shows which import was undone. */
public record UndoImportRendering(Vendor vendor, ImportedRelease release) implements Report {

  @Override
  public void show(Text text) {
    text.line(
            "Undid the import of "
                + vendor.title(release.version())
                + " (commit "
                + release.commit().abbreviated()
                + "): branch "
                + vendor.branch()
                + " and tag are as before.")
        .next("xenvendor status");
  }

  @Override
  public void write(Json json) {
    json.put("command", "import")
        .put("result", "undone")
        .put("release", release.version().text())
        .put("commit", release.commit().hex());
  }
}
