package dev.xenvendor.report.cvs;

import dev.xenvendor.conflict.Conflicts;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.cvs.merge.CvsMergeReport;
import dev.xenvendor.downstream.InapplicablePatch;
import dev.xenvendor.impact.ConsumerUse;
import dev.xenvendor.impact.RemovedApi;
import dev.xenvendor.profile.Version;
import dev.xenvendor.report.conflict.BreakageLines;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.report.impact.RemovedApiLines;
import dev.xenvendor.report.merge.MergeLines;
import dev.xenvendor.report.patch.PatchLines;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.update.MergeReport;
import dev.xenvendor.update.MergeReport.Result;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Shows what a merge in a working copy of CVS did, or would do.
 *
 * @param consumers the uses of API that the release removes; only of a dry run
 * @param options those that the command was given, for the command that follows a dry run
 */
public record CvsMergeRendering(
    CvsMergeReport cvs, List<ConsumerUse<RemovedApi>> consumers, String options) implements Report {

  private MergeReport report() {
    return cvs.merge();
  }

  private MergeLines lines() {
    return new MergeLines(report());
  }

  private List<OpenConflict> conflicts() {
    return Conflicts.of(report()).conflicts();
  }

  @Override
  public void show(Text text) {
    Style style = text.style();
    List<OpenConflict> conflicts = conflicts();
    text.line(headline(style, conflicts.size()));
    if (report().result() == Result.UP_TO_DATE) {
      addBehind(text);
      return;
    }
    if (cvs.skipped()) {
      text.line("  " + CvsWarnings.ahead(report().base().orElseThrow()) + ".");
    }
    text.line("  " + report().merge().summary() + ".");
    lines().addFiles(text);
    if (!report().patches().isEmpty() && !cvs.again()) {
      PatchLines.add(text, report().patches());
    }
    lines().addUndone(text);
    for (OpenConflict conflict : conflicts) {
      text.line(MergeLines.described(style, conflict));
      if (!report().dryRun()) {
        howToSettle(conflict).forEach(line -> text.line("          " + line));
      }
    }
    RemovedApiLines.of(style, consumers, report().release().version())
        .forEach(line -> text.line(style.warning("Consumers") + "  " + line));
    addNext(text);
  }

  private String headline(Style style, int conflicts) {
    String release = lines().release();
    String merging = (cvs.again() ? "Finishing " : "Merging ") + release + lines().from();
    boolean dryRun = report().dryRun();
    return switch (report().result()) {
      case UP_TO_DATE -> release + " is already merged. Nothing was changed.";
      case MERGED ->
          dryRun
              ? merging + " would leave " + style.good("no conflict") + "."
              : style.good((cvs.again() ? "Finished " : "Merged ") + release)
                  + lines().from()
                  + " into the working copy; nothing is committed yet.";
      case CONFLICTS ->
          merging
              + (dryRun ? " would leave " : " left ")
              + style.bad(Phrases.count(conflicts, "conflict"))
              + (dryRun ? "." : "; nothing is committed.");
    };
  }

  private void addBehind(Text text) {
    List<HeaderPath> behind = cvs.behind();
    if (behind.isEmpty()) {
      text.next("cvs update -d     if your working copy is older than the repository");
      return;
    }
    text.warning(
        Phrases.count(behind.size(), "header")
            + " on trunk "
            + (behind.size() == 1 ? "is" : "are")
            + " nearer to an earlier release, first: "
            + lines().inTree(behind.get(0)));
    text.hint(
        "if a commit was interrupted, name the base of the merge: "
            + "xenvendor cvs merge "
            + report().release().version()
            + " --base VERSION");
  }

  /** Returns how to resolve a conflict without an index that holds its sides. */
  private List<String> howToSettle(OpenConflict conflict) {
    String path = cvs.place().inWorkingCopy(conflict.path());
    String keep = "keep it: touch " + path;
    String delete = "delete it: cvs remove -f " + path;
    return switch (conflict.kind()) {
      case CONTENT, ADD_ADD -> List.of("edit the text between the markers");
      case MODIFY_DELETE, RENAME_DELETE ->
          List.of(
              "trunk changed it, the vendor deleted it; trunk's file is in place", keep, delete);
      case DELETE_MODIFY ->
          List.of("trunk deleted it, the vendor changed it; the vendor's file is in place", delete);
      case RENAME_RENAME ->
          List.of("both moved it, and it is at both paths", "keep one: cvs remove -f OTHER");
      case BINARY, MODE, SYMLINK, DIRECTORY_FILE ->
          List.of(
              "trunk's file is in place",
              keep,
              "take the vendor's: cvs -Q update -p -r " + tag() + " " + path + " > NEW");
      case BROKEN_RESULT ->
          List.of(
              "it merges without a conflict, but " + BreakageLines.summary(conflict.breakages()),
              "edit it until it is correct; if it is correct as it is: touch " + path);
      case PATCH_DOES_NOT_APPLY ->
          List.of(
              conflict.lost().map(CvsMergeRendering::reason).orElse(""),
              conflict.hunks().isEmpty()
                  ? "edit it as the change intends; if it is correct as it is: touch " + path
                  : "edit it as the change intends, until no markers are left");
    };
  }

  private static String reason(InapplicablePatch lost) {
    return "local patch " + lost.id() + " no longer applies: " + lost.reason();
  }

  private String tag() {
    return report().vendor().cvs().releaseTag(report().release().version());
  }

  private void addNext(Text text) {
    if (report().dryRun()) {
      text.line("Nothing was written.");
      text.next("xenvendor cvs merge " + report().release().version() + options);
      return;
    }
    String places =
        cvs.places().stream().map(cvs.place()::inWorkingCopy).collect(Collectors.joining(" "));
    if (report().result() == Result.CONFLICTS) {
      text.next("resolve the conflicts; cvs commit refuses these files until they are written");
    } else {
      text.next("cvs diff -u " + places);
    }
    text.next("cvs commit -m \"Merge " + lines().release() + "\" " + places);
  }

  @Override
  public void write(Json json) {
    json.put("command", "cvs merge").put("result", report().result().word());
    lines().write(json, conflicts());
    if (report().dryRun()) {
      Version release = report().release().version();
      json.objects("consumers", consumers, (use, j) -> RemovedApiLines.write(j, use, release));
    }
    json.put("baseSkipped", cvs.skipped());
    json.put("behind", cvs.behind().stream().map(lines()::inTree).toList());
    json.put("commitPaths", cvs.places().stream().map(HeaderPath::value).toList());
  }
}
