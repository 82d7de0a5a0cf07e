package dev.xenvendor.report.release;

import dev.xenvendor.downstream.HintCommands;
import dev.xenvendor.impact.api.ReleaseInterface;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.PinRelease;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.report.impact.UnreadHeaderLines;
import java.util.stream.Stream;

/**
 * Shows the pinned release.
 *
 * @param names the interface that was recorded
 * @param commands what the tree's hints name
 */
public record PinReleaseRendering(
    Vendor vendor,
    PinRelease.Report report,
    ReleaseInterface names,
    Written manifest,
    Written interfaceFile,
    HintCommands commands)
    implements Report {

  /**
   * A file of the configuration.
   *
   * @param written whether it was written, which one that says the same already is not
   */
  public record Written(String file, boolean written) {}

  private String result() {
    if (report.before().isEmpty()) {
      return "pinned";
    }
    return report.isNew() ? "pinned-anew" : "already-pinned";
  }

  @Override
  public void show(Text text) {
    var release = report.manifest();
    String pinned =
        vendor.title(release.version())
            + " is "
            + result().replace('-', ' ')
            + ": "
            + Phrases.count(release.files().size(), "file")
            + " (tree "
            + release.tree().abbreviated()
            + ")"
            + release.ref().map(ref -> ", " + ref).orElse("")
            + ".";
    text.line(pinned);
    text.line(told("manifest", manifest));
    text.line(told("interface, " + Phrases.count(names.size(), "name") + ",", interfaceFile));
    SourceTagMismatchLines.add(text, report.tagElsewhere(), release.version());
    UnreadHeaderLines.add(text, vendor, names.unread());
    Stream.of(manifest, interfaceFile)
        .filter(Written::written)
        .map(Written::file)
        .reduce((one, other) -> one + ' ' + other)
        .ifPresent(files -> text.next(commands.add(files)));
  }

  private static String told(String what, Written file) {
    return file.written()
        ? "Its " + what + " was written to " + file.file() + "."
        : "Its " + what + " is in " + file.file() + ", and stays as it is.";
  }

  @Override
  public void write(Json json) {
    var release = report.manifest();
    json.put("command", "releases pin")
        .put("result", result())
        .put("release", release.version().text())
        .put("tree", release.tree().hex())
        .put("commit", release.commit())
        .put("ref", release.ref())
        .put("files", release.files().size())
        .put("manifest", manifest.file())
        .put("written", manifest.written())
        .put("names", names.size())
        .put("interface", interfaceFile.file())
        .put("interfaceWritten", interfaceFile.written());
    SourceTagMismatchLines.write(json, report.tagElsewhere());
    UnreadHeaderLines.write(json, names.unread());
  }
}
