package dev.xenvendor.report.release;

import dev.xenvendor.downstream.HintCommands;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.AvailableReleases;
import dev.xenvendor.release.AvailableReleases.Tagged;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import java.util.List;
import java.util.Optional;

/**
 * Lists the releases that upstream has and the tree has not: fixes first, then new series.
 *
 * @param from the option that names the source, after a space; empty where it is remembered
 */
public record AvailableReleasesRendering(
    Vendor vendor, AvailableReleases available, HintCommands commands, String from)
    implements Report {

  @Override
  public void show(Text text) {
    Style style = text.style();
    text.line(headline(style));
    if (!available.sameSeries().isEmpty()) {
      text.line(style.bold("Same series"));
      available.sameSeries().forEach(tagged -> add(text, tagged, ""));
    }
    if (!available.newSeries().isEmpty()) {
      text.line(style.bold("New series"));
      available.bySeries().forEach(series -> addSeries(text, series));
    }
    if (!available.candidates().isEmpty()) {
      text.line(style.bold("Candidates"));
      available.candidates().forEach(tagged -> add(text, tagged, ""));
    }
    next(text);
  }

  private String headline(Style style) {
    int count = available.sameSeries().size() + available.newSeries().size();
    String current = available.current().map(v -> " since " + v).orElse("");
    if (count == 0) {
      return vendor.title() + " has no new release" + current + " in " + available.source() + ".";
    }
    return style.bold(vendor.title() + " has " + Phrases.count(count, "new release"))
        + current
        + " in "
        + available.source()
        + ".";
  }

  /** One line for a series, by its newest release. */
  private static void addSeries(Text text, List<Tagged> series) {
    int before = series.size() - 1;
    String more =
        before == 0 ? "" : "  and " + before + " before it, from " + series.get(0).version();
    add(text, series.get(before), more);
  }

  private static void add(Text text, Tagged tagged, String more) {
    text.line(String.format("  %-12s %s%s", tagged.version(), tagged.tag(), more));
  }

  private void next(Text text) {
    newestOf(available.sameSeries()).ifPresent(fix -> text.next(command(fix)));
    newestOf(available.newSeries()).ifPresent(release -> text.next(command(release)));
  }

  private String command(Tagged tagged) {
    return tagged.skipped()
        ? commands.importSkipped(tagged.version()) + from
        : commands.update(tagged.version(), from);
  }

  private static Optional<Tagged> newestOf(List<Tagged> releases) {
    return releases.isEmpty() ? Optional.empty() : Optional.of(releases.get(releases.size() - 1));
  }

  @Override
  public void write(Json json) {
    json.put("command", "releases available")
        .put("result", available.isAny() ? "available" : "up-to-date")
        .put("source", available.source())
        .put("current", available.current().map(Version::text))
        .put("newest", available.newest().map(Version::text));
    json.objects("sameSeries", available.sameSeries(), AvailableReleasesRendering::write);
    json.objects("newSeries", available.newSeries(), AvailableReleasesRendering::write);
    json.objects("candidates", available.candidates(), AvailableReleasesRendering::write);
  }

  private static void write(Tagged tagged, Json json) {
    json.put("release", tagged.version().text())
        .put("tag", tagged.tag())
        .put("skipped", tagged.skipped());
  }
}
