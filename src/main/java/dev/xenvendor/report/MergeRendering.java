package dev.xenvendor.report;

import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.impact.Loss;
import dev.xenvendor.impact.Use;
import dev.xenvendor.merge.MergedFile;
import dev.xenvendor.merge.MergedFile.Outcome;
import dev.xenvendor.trunk.ConflictsReport;
import dev.xenvendor.trunk.MergeBase.Origin;
import dev.xenvendor.trunk.MergeReport;
import dev.xenvendor.trunk.MergeReport.Result;
import dev.xenvendor.trunk.OpenConflict;
import dev.xenvendor.trunk.UndonePatch;
import dev.xenvendor.vendor.Vendor;
import dev.xenvendor.vendor.Version;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shows what a merge did, or would do.
 *
 * @param conflicts the merge's conflicts as a person will find them
 * @param consumers what consumers use of that which the release takes away; of a dry run only
 */
public record MergeRendering(
    MergeReport report, ConflictsReport conflicts, List<Use<Loss>> consumers) implements Report {

  @Override
  public String text(Style style) {
    Text text = new Text(style);
    text.line(headline(style));
    if (report.result() != Result.UP_TO_DATE && !onlyRecords()) {
      text.line("  " + report.merge().summary() + ".");
    }
    if (report.baseOrigin() == Origin.ANCESTRY && !onlyRecords()) {
      text.line(
          "Plain git merged "
              + report.base().orElseThrow()
              + " before; trunk's record is brought up to that.");
    }
    if (style.isVerbose()) {
      report.merge().files().stream()
          .filter(file -> file.outcome() != Outcome.UNCHANGED)
          .forEach(file -> text.line("  " + described(file)));
    }
    if (!report.patches().isEmpty() && report.result() != Result.UP_TO_DATE) {
      PatchLines.add(text, report.patches());
    }
    report.undone().forEach(undone -> addUndone(text, undone));
    conflicts.conflicts().forEach(conflict -> text.line(described(style, conflict)));
    LossLines.of(style, consumers, report.release().version())
        .forEach(line -> text.line(style.warning("Consumers") + "  " + line));
    if (report.dryRun() && report.result() != Result.UP_TO_DATE) {
      text.line("Nothing was written.");
    }
    addNext(text);
    return text.toString();
  }

  /** Whether plain git merged this very release already, so that only trunk's record lacks it. */
  private boolean onlyRecords() {
    return report.result() == Result.MERGED
        && report.baseOrigin() == Origin.ANCESTRY
        && report.base().equals(Optional.of(report.release().version()));
  }

  private String headline(Style style) {
    String release = report.vendor().title(report.release().version());
    String merging =
        "Merging " + release + report.base().map(base -> " (from " + base + ")").orElse("");
    if (onlyRecords()) {
      return "Plain git merged "
          + release
          + "; trunk's record "
          + (report.dryRun() ? "would be" : "is")
          + " brought up to that"
          + report.commit().map(id -> ", in commit " + id.abbreviated()).orElse("")
          + ". No header changes.";
    }
    long left = conflicts.conflicts().size();
    return switch (report.result()) {
      case UP_TO_DATE -> release + " is merged already. Nothing was changed.";
      case MERGED ->
          report.dryRun()
              ? merging + " would leave " + style.good("no conflict") + "."
              : style.good("Merged " + release)
                  + report.base().map(base -> " (from " + base + ")").orElse("")
                  + report.commit().map(id -> ", commit " + id.abbreviated()).orElse("")
                  + ".";
      case CONFLICTS ->
          merging
              + (report.dryRun() ? " would leave " : " left ")
              + style.bad(Words.count(left, "conflict"))
              + ".";
    };
  }

  private void addUndone(Text text, UndonePatch undone) {
    String files = undone.files().stream().map(this::inTree).collect(Collectors.joining(", "));
    text.warning(
        "an undeclared edit undoes the local patch " + undone.patch().id() + " in " + files);
    text.hint("xenvendor patches show " + undone.patch().id());
  }

  private String inTree(HeaderPath path) {
    return report.vendor().prefix().resolve(path).value();
  }

  private String described(MergedFile file) {
    return String.format("%-9s ", file.outcome().word())
        + inTree(file.path())
        + file.from().map(from -> " from " + inTree(from)).orElse("");
  }

  private static String described(Style style, OpenConflict conflict) {
    String line =
        conflict.hunks().stream()
            .findFirst()
            .flatMap(hunk -> hunk.line())
            .map(l -> ":" + l)
            .orElse("");
    String hunks =
        conflict.hunks().isEmpty() ? "" : ", " + Words.count(conflict.hunks().size(), "hunk");
    return style.bad("Conflict")
        + "  "
        + conflict.path()
        + line
        + "  "
        + conflict.kind().word()
        + hunks;
  }

  private void addNext(Text text) {
    Vendor vendor = report.vendor();
    switch (report.result()) {
      case UP_TO_DATE -> text.next("xenvendor status");
      case MERGED -> text.next(report.dryRun() ? "xenvendor merge" : "xenvendor status");
      case CONFLICTS -> {
        if (report.dryRun()) {
          text.next("xenvendor conflicts --dry-run").next("xenvendor merge");
        } else {
          text.next("xenvendor conflicts");
          text.next("xenvendor merge --abort     to give " + vendor.title() + "'s merge up");
        }
      }
    }
  }

  @Override
  public String json() {
    return Json.document(
        json -> {
          json.put("command", "merge").put("result", report.result().word());
          json.put("base", report.base());
          json.put("vendor", report.release().version().text());
          json.put("commit", report.commit());
          json.put("dryRun", report.dryRun());
          json.objects("files", report.merge().files(), this::write);
          PatchLines.write(json, report.patches(), this::inTree);
          json.objects(
              "undone",
              report.undone(),
              (undone, j) ->
                  j.put("id", undone.patch().id())
                      .put("files", undone.files().stream().map(this::inTree).toList()));
          ConflictsRendering.write(json, conflicts.conflicts());
          if (report.dryRun()) {
            Version release = report.release().version();
            json.objects("consumers", consumers, (use, j) -> LossLines.write(j, use, release));
          }
        });
  }

  private void write(MergedFile file, Json json) {
    json.put("path", inTree(file.path()))
        .put("outcome", file.outcome().word())
        .put("from", file.from().map(this::inTree));
  }
}
