package dev.xenvendor.report.merge;

import dev.xenvendor.c.include.MissingInclude;
import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.downstream.MergeBase.Origin;
import dev.xenvendor.impact.ConsumerUse;
import dev.xenvendor.impact.RemovedApi;
import dev.xenvendor.profile.Version;
import dev.xenvendor.report.conflict.ReusedLines;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.report.impact.MissingIncludeLines;
import dev.xenvendor.report.impact.RemovedApiLines;
import dev.xenvendor.report.patch.PatchLines;
import dev.xenvendor.update.MergeReport;
import dev.xenvendor.update.MergeReport.Result;
import java.util.List;
import java.util.Optional;

/**
 * Shows the result of a merge, made or predicted.
 *
 * @param conflicts the merge's conflicts as a person will find them
 * @param missing headers that the merged ones include and the tree does not import
 * @param consumers the uses of API that the release removes; only of a dry run
 */
public record MergeRendering(
    MergeReport report,
    ConflictsReport conflicts,
    List<MissingInclude> missing,
    List<ConsumerUse<RemovedApi>> consumers)
    implements Report {

  /** The same with the uses of API that the release removes. */
  public MergeRendering withConsumers(List<ConsumerUse<RemovedApi>> uses) {
    return new MergeRendering(report, conflicts, missing, uses);
  }

  @Override
  public void show(Text text) {
    Style style = text.style();
    text.line(headline(style));
    addOutcome(text);
    addConflicts(text, Integer.MAX_VALUE);
    addConsumers(text);
    MissingIncludeLines.add(
        text,
        report.vendor(),
        missing,
        report.dryRun() ? "then import again" : "the next import adds them");
    if (report.dryRun() && report.result() != Result.UP_TO_DATE) {
      text.line("Nothing was written.");
    }
    addNext(text);
  }

  /** Adds what becomes of the files and of the local patches. */
  void addOutcome(Text text) {
    MergeLines lines = new MergeLines(report);
    if (report.result() != Result.UP_TO_DATE && !onlyRecords()) {
      text.line("  " + report.merge().summary() + ".");
    }
    if (report.baseOrigin() == Origin.ANCESTRY && !onlyRecords()) {
      text.line(
          "Plain git merged "
              + report.base().orElseThrow()
              + " before; trunk's record is updated to it.");
    }
    lines.addFiles(text);
    if (!report.patches().isEmpty() && report.result() != Result.UP_TO_DATE) {
      PatchLines.add(text, report.patches());
    }
    lines.addUndone(text);
    new ReusedLines(report).add(text);
    if (report.result() != Result.UP_TO_DATE) {
      lines.addPinned(text);
    }
  }

  /**
   * Adds the conflicts, a line each.
   *
   * @param most how many, unless all are asked for
   */
  void addConflicts(Text text, int most) {
    Style style = text.style();
    List<OpenConflict> all = conflicts.conflicts();
    int shown = style.isVerbose() ? all.size() : Math.min(all.size(), most);
    all.subList(0, shown).forEach(one -> text.line(MergeLines.described(style, one)));
    if (shown < all.size()) {
      text.line("  … " + (all.size() - shown) + " more (-v)");
    }
  }

  /** Adds the consumers that use what the release takes away. */
  void addConsumers(Text text) {
    Style style = text.style();
    RemovedApiLines.of(style, consumers, report.release().version())
        .forEach(line -> text.line(style.warning("Consumers") + "  " + line));
  }

  /**
   * Returns whether plain git already merged this release, so that only trunk's record lacks it.
   */
  boolean onlyRecords() {
    return report.result() == Result.MERGED
        && report.baseOrigin() == Origin.ANCESTRY
        && report.base().equals(Optional.of(report.release().version()));
  }

  /** Returns how the merge ended, in a sentence. */
  public String headline(Style style) {
    String release = report.vendor().title(report.release().version());
    String merging =
        "Merging " + release + report.base().map(base -> " (from " + base + ")").orElse("");
    if (onlyRecords()) {
      return "Plain git merged "
          + release
          + "; trunk's record "
          + (report.dryRun() ? "would be" : "is")
          + " updated to it"
          + report.commit().map(id -> ", in commit " + id.abbreviated()).orElse("")
          + ". No header changes.";
    }
    long left = conflicts.conflicts().size();
    return switch (report.result()) {
      case UP_TO_DATE -> release + " is already merged. Nothing was changed.";
      case MERGED ->
          report.isToBeFinished()
              ? merging + " left nothing to decide, but cannot be committed as it is."
              : report.dryRun()
                  ? merging + " would leave " + style.good("no conflict") + "."
                  : style.good("Merged " + release)
                      + report.base().map(base -> " (from " + base + ")").orElse("")
                      + report.commit().map(id -> ", commit " + id.abbreviated()).orElse("")
                      + ".";
      case CONFLICTS ->
          merging
              + (report.dryRun() ? " would leave " : " left ")
              + style.bad(Phrases.count(left, "conflict"))
              + ".";
    };
  }

  private void addNext(Text text) {
    switch (report.result()) {
      case UP_TO_DATE -> text.next("xenvendor status");
      case MERGED -> text.next(nextOfMerged());
      case CONFLICTS -> {
        if (report.dryRun()) {
          text.next("xenvendor conflicts --dry-run");
          addFetch(text);
          text.next("xenvendor merge");
        } else {
          text.next("xenvendor conflicts");
          addFetch(text);
          text.next("xenvendor merge --abort     to abort the merge");
        }
      }
    }
  }

  /** Adds the command that gets the resolutions of others. */
  void addFetch(Text text) {
    report
        .reuse()
        .fetch()
        .ifPresent(command -> text.next(command + "     to get how others resolved conflicts"));
  }

  private String nextOfMerged() {
    if (report.isToBeFinished()) {
      return "xenvendor merge --continue     says why";
    }
    return report.dryRun() ? "xenvendor merge" : "xenvendor status";
  }

  @Override
  public void write(Json json) {
    json.put("command", "merge");
    writeResult(json);
  }

  /** Writes what a document about the merge itself holds. */
  void writeResult(Json json) {
    json.put("result", report.result().word());
    new MergeLines(report).write(json, conflicts.conflicts());
    new ReusedLines(report).write(json);
    MissingIncludeLines.write(json, missing);
    if (report.dryRun()) {
      Version release = report.release().version();
      json.objects("consumers", consumers, (use, j) -> RemovedApiLines.write(j, use, release));
    }
  }
}
