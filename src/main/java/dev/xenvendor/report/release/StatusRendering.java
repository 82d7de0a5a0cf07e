package dev.xenvendor.report.release;

import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.impact.consumer.RequestedInterfaces;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.report.conflict.SavedMergeLines;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.report.impact.InterfaceVersionLines;
import dev.xenvendor.report.patch.StalePatchLines;
import dev.xenvendor.status.StatusReport;
import java.util.List;
import java.util.Optional;

/** Shows the state of a tree. */
public record StatusRendering(StatusReport report, Optional<RequestedInterfaces> asked)
    implements Report {

  @Override
  public void show(Text text) {
    Style style = text.style();
    Vendor vendor = report.vendor();
    text.line(headline(style));
    text.line("Headers   " + vendor.prefix() + " on " + report.branch());
    text.line("Imported  " + imported());
    report.conflicts().ifPresent(conflicts -> text.line("Conflicts " + left(conflicts)));
    SavedMergeLines.add(text, report.saved());
    if (report.mergedByGit()) {
      text.warning(
          "plain git merged "
              + report.merged().orElseThrow()
              + "; the next xenvendor merge updates trunk's record to it");
    }
    if (!report.skipped().isEmpty()) {
      text.warning(ImportRendering.skippedWords(report.skipped()));
    }
    asked.ifPresent(interfaces -> InterfaceVersionLines.add(text, interfaces));
    TagFaultLines.add(text, report.tags());
    report
        .merged()
        .ifPresent(
            release -> StalePatchLines.add(text, report.stale(), report.vendor().title(release)));
    addNext(text);
  }

  private static String left(ConflictsReport conflicts) {
    return conflicts.conflicts().isEmpty()
        ? "none left"
        : "in "
            + Phrases.count(conflicts.conflicts().size(), "file")
            + ", "
            + Phrases.count(conflicts.left(), "hunk or file", "hunks or files")
            + " to decide";
  }

  private String headline(Style style) {
    Vendor vendor = report.vendor();
    String merged = report.merged().map(vendor::title).orElse("no release");
    return switch (report.result()) {
      case NOT_ADOPTED ->
          "The " + vendor.title() + " release that the headers came from is not recorded yet.";
      case RELEASE_MISSING ->
          style.warning("Trunk has " + merged + " by its record")
              + ", but "
              + vendor.branch()
              + " does not have it here.";
      case NOTHING_IMPORTED -> "No release of " + vendor.title() + " is imported yet.";
      case CONFLICTS ->
          style.bad(
              "A merge is in progress"
                  + report
                      .conflicts()
                      .flatMap(c -> c.release())
                      .map(v -> ": " + vendor.title(v))
                      .orElse("")
                  + report.merged().map(v -> " onto " + v).orElse("")
                  + ".");
      case MERGE_PENDING ->
          style.warning(vendor.title(newestPending()) + " is not merged yet")
              + "; trunk has "
              + merged
              + ".";
      case UP_TO_DATE -> style.good("Trunk has " + merged) + ", the newest that is imported.";
    };
  }

  private Version newestPending() {
    return report.pending().get(report.pending().size() - 1);
  }

  private String imported() {
    List<ImportedRelease> imported = report.imported();
    if (imported.isEmpty()) {
      return "nothing";
    }
    Version first = imported.get(0).version();
    Version last = imported.get(imported.size() - 1).version();
    return imported.size() == 1
        ? first + " on " + report.vendor().branch()
        : imported.size()
            + " releases, "
            + first
            + " to "
            + last
            + ", on "
            + report.vendor().branch();
  }

  private void addNext(Text text) {
    report
        .resumable()
        .forEach(
            saved -> text.next("xenvendor merge --resume " + saved.name() + "     to resume it"));
    switch (report.result()) {
      case NOT_ADOPTED -> text.next("xenvendor adopt --from SOURCE");
      case RELEASE_MISSING -> {
        text.next(report.vendor().fetchCommand());
        if (!report.imported().isEmpty()) {
          text.next("git fetch --unshallow     in a shallow clone");
        }
      }
      case NOTHING_IMPORTED -> text.next("xenvendor update VERSION --from SOURCE");
      case CONFLICTS ->
          text.next(
              report.conflicts().filter(c -> !c.conflicts().isEmpty()).isPresent()
                  ? "xenvendor conflicts"
                  : "xenvendor merge --continue");
      case MERGE_PENDING -> text.next("xenvendor merge --dry-run");
      case UP_TO_DATE -> {
        if (report.mergedByGit()) {
          text.next("xenvendor merge");
        }
        newestAvailable().ifPresent(v -> text.next("xenvendor import " + v + " --from SOURCE"));
      }
    }
  }

  private Optional<Version> newestAvailable() {
    return report.available().stream().reduce((first, second) -> second);
  }

  @Override
  public void write(Json json) {
    json.put("command", "status").put("result", report.result().word());
    json.put("vendor", report.vendor().name());
    json.put("prefix", report.vendor().prefix().value());
    json.put("branch", report.branch());
    json.put("vendorBranch", report.vendor().branch());
    json.objects(
        "imported",
        report.imported(),
        (release, j) ->
            j.put("release", release.version().text()).put("commit", release.commit().hex()));
    json.put("merged", report.merged());
    json.put("mergedByGit", report.mergedByGit());
    json.put("pending", report.pending());
    json.put("skipped", report.skipped());
    json.put("available", report.available());
    TagFaultLines.write(json, report.tags());
    json.put("stale", report.stale().stream().map(p -> p.patch().id()).toList());
    json.put("conflicts", report.conflicts().map(c -> c.left()).orElse(0L));
    json.objects("saved", report.saved(), SavedMergeLines::write);
    asked.ifPresent(
        interfaces -> json.object("interfaces", j -> InterfaceVersionLines.write(j, interfaces)));
  }
}
