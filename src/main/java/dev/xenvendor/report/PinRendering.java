package dev.xenvendor.report;

import dev.xenvendor.vendor.PinRelease;
import dev.xenvendor.vendor.Vendor;

/**
 * Shows what was pinned.
 *
 * @param file the manifest
 * @param written whether it was written, which one that says the same already is not
 */
public record PinRendering(Vendor vendor, PinRelease.Report report, String file, boolean written)
    implements Report {

  private String result() {
    if (report.before().isEmpty()) {
      return "pinned";
    }
    return report.isNew() ? "pinned-anew" : "already-pinned";
  }

  @Override
  public String text(Style style) {
    var manifest = report.manifest();
    String pinned =
        vendor.title(manifest.version())
            + " is "
            + result().replace('-', ' ')
            + ": "
            + Words.count(manifest.files().size(), "file")
            + " (tree "
            + manifest.tree().abbreviated()
            + ")"
            + manifest.ref().map(ref -> ", " + ref).orElse("")
            + ".";
    Text text = new Text(style).line(pinned);
    if (written) {
      text.line("Its manifest was written to " + file + ".").next("git add " + file);
    } else {
      text.line("Its manifest is " + file + ", and stays as it is.");
    }
    return text.toString();
  }

  @Override
  public String json() {
    var manifest = report.manifest();
    return Json.document(
        json ->
            json.put("command", "releases pin")
                .put("result", result())
                .put("release", manifest.version().text())
                .put("tree", manifest.tree().hex())
                .put("commit", manifest.commit())
                .put("ref", manifest.ref())
                .put("files", manifest.files().size())
                .put("manifest", file)
                .put("written", written));
  }
}
