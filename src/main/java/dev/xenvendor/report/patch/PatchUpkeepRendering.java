package dev.xenvendor.report.patch;

import dev.xenvendor.patch.review.PatchUpkeep;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Text;
import java.util.Locale;

/**
 * Shows what {@code patches apply}, {@code refresh} and {@code retire} changed.
 *
 * @param command the subcommand of {@code patches}
 * @param verb what was done, as the first word of a sentence
 * @param object what it was done to, in the singular
 */
public record PatchUpkeepRendering(
    Vendor vendor, String command, String verb, String object, PatchUpkeep.Report report)
    implements Report {

  @Override
  public void show(Text text) {
    String release = vendor.title(report.release());
    if (report.files().isEmpty()) {
      text.line("Nothing to do: trunk and its local patches fit " + release + ".");
      return;
    }
    text.line(verb + " " + Phrases.count(report.files().size(), object) + ", for " + release + ".");
    report.lines().forEach(line -> text.line("  " + line));
    text.next("git diff").next("git commit -a");
  }

  @Override
  public void write(Json json) {
    json.put("command", "patches " + command)
        .put("result", report.files().isEmpty() ? "nothing" : verb.toLowerCase(Locale.ROOT))
        .put("release", report.release().text())
        .put("written", report.files().keySet().stream().map(Object::toString).toList());
  }
}
