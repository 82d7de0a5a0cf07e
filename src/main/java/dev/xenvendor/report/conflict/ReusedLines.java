package dev.xenvendor.report.conflict;

import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.resolution.DamagedResolution;
import dev.xenvendor.resolution.KeptResolution;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.update.MergeReport;
import dev.xenvendor.update.ReusedResolution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists the conflicts of a merge that recorded resolutions resolved. */
public final class ReusedLines {

  /** As many files are named on a line unless all are asked for. */
  private static final int MOST_FILES = 3;

  private final MergeReport report;

  public ReusedLines(MergeReport report) {
    this.report = report;
  }

  /** Adds a line for each occasion on which conflicts were resolved. */
  public void add(Text text) {
    Map<String, List<ReusedResolution>> occasions = new LinkedHashMap<>();
    for (ReusedResolution reused : report.reuse().resolutions()) {
      reused.used().stream()
          .map(kept -> kept.settlement().words())
          .distinct()
          .forEach(words -> occasions.computeIfAbsent(words, w -> new ArrayList<>()).add(reused));
    }
    occasions.forEach((words, reused) -> add(text, words, reused));
    for (DamagedResolution unusable : report.reuse().unusable()) {
      text.warning(
          "a recorded resolution is not used: "
              + Phrases.printable(unusable.name() + ": " + unusable.reason()));
    }
  }

  private void add(Text text, String words, List<ReusedResolution> reused) {
    text.line(
        text.style().good("Reused")
            + "    "
            + Phrases.count(reused.size(), "conflict")
            + " resolved as on "
            + Phrases.printable(words));
    boolean isCut = !text.style().isVerbose() && reused.size() > MOST_FILES + 1;
    reused
        .subList(0, isCut ? MOST_FILES : reused.size())
        .forEach(one -> text.line("  " + named(one)));
    if (isCut) {
      text.line("  … " + (reused.size() - MOST_FILES) + " more (-v)");
    }
  }

  private String named(ReusedResolution reused) {
    int hunks = reused.conflict().hunks().size();
    int settled = reused.hunks().size();
    String path =
        Phrases.printable(report.vendor().prefix().resolve(reused.conflict().path()).value());
    if (!reused.settled()) {
      return path + " (" + settled + " of " + hunks + " hunks)";
    }
    return settled > 1 ? path + " (" + settled + " hunks)" : path;
  }

  public void write(Json json) {
    json.objects("reused", report.reuse().resolutions(), this::write);
    json.objects("unusableResolutions", report.reuse().unusable(), ReusedLines::write);
  }

  private void write(ReusedResolution reused, Json json) {
    HeaderPath prefix = report.vendor().prefix();
    json.put("path", prefix.resolve(reused.conflict().path()).value());
    json.put("kind", reused.conflict().kind().word());
    json.put("settled", reused.settled());
    json.put("hunks", reused.hunks());
    json.objects("resolutions", reused.used(), ReusedLines::write);
  }

  static void write(DamagedResolution damaged, Json json) {
    json.put("name", damaged.name()).put("id", damaged.id()).put("reason", damaged.reason());
  }

  private static void write(KeptResolution kept, Json json) {
    json.put("id", kept.id().hex());
    json.put("date", kept.settlement().date().toString());
    json.put("by", kept.settlement().by().name());
    json.put("commit", kept.settlement().commit());
  }
}
