package dev.xenvendor.report.release;

import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.branch.Releases.Known;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import java.util.List;

/** Lists the releases that are known. */
public record ReleasesRendering(Vendor vendor, List<Known> releases) implements Report {

  @Override
  public void show(Text text) {
    Style style = text.style();
    long imported = releases.stream().filter(known -> known.imported().isPresent()).count();
    text.line(
        Phrases.count(releases.size(), "release")
            + " of "
            + vendor.title()
            + " known, "
            + imported
            + " imported.");
    for (Known known : releases) {
      String commit =
          known.imported().map(i -> "imported, commit " + i.commit().abbreviated()).orElse("");
      String state = known.skipped() ? style.warning("skipped") : commit;
      String pinned = known.pinned() ? "pinned" : style.warning("not pinned");
      text.line(String.format("  %-12s %s  %s", known.version(), pinned, state).stripTrailing());
    }
  }

  @Override
  public void write(Json json) {
    json.put("command", "releases").put("result", "listed");
    json.objects("releases", releases, ReleasesRendering::write);
  }

  private static void write(Known known, Json json) {
    json.put("release", known.version().text())
        .put("pinned", known.pinned())
        .put("imported", known.imported().isPresent())
        .put("skipped", known.skipped())
        .put("commit", known.imported().map(i -> i.commit().hex()));
  }
}
