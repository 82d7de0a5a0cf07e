package dev.xenvendor.report.merge;

import dev.xenvendor.conflict.CauseGroup;
import dev.xenvendor.impact.ImpactReport;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.branch.ImportReport;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.report.impact.ImpactJson;
import dev.xenvendor.report.impact.UnreadHeaderLines;
import dev.xenvendor.report.release.ImportRendering;
import dev.xenvendor.update.MergeReport;
import dev.xenvendor.update.MergeReport.Result;
import dev.xenvendor.update.UpdateReport;
import java.util.List;
import java.util.Optional;

/**
 * Shows the result of an update, made or predicted.
 *
 * @param source the source's name, with what names it
 * @param typed what the command line says, to be typed again
 * @param steps how import and merge are shown; empty where trunk is up to date
 * @param causes the conflicts by their causes; of a dry run only
 * @param impact what the release brings; of a dry run only
 * @param remember the command that remembers the source, where it is to be offered
 */
public record UpdateRendering(
    UpdateReport report,
    String source,
    Typed typed,
    Optional<Steps> steps,
    List<CauseGroup> causes,
    Optional<ImpactReport> impact,
    Optional<String> remember)
    implements Report {

  /** As many conflicts are listed unless all are asked for. */
  private static final int MOST_CONFLICTS = 12;

  /**
   * Parts of the command line, each word after a space.
   *
   * @param arguments all that names the release and its source
   * @param from the option that names the source
   */
  public record Typed(String arguments, String from) {}

  /** The renderings of the two steps of an update. */
  public record Steps(ImportRendering imported, MergeRendering merged) {}

  /** The same with the conflicts' causes and what the release brings, which a dry run has. */
  public UpdateRendering knowing(List<CauseGroup> causes, Optional<ImpactReport> impact) {
    return new UpdateRendering(report, source, typed, steps, causes, impact, remember);
  }

  /** Returns what the update brings, costs and skips; nothing where trunk is up to date. */
  public List<UpdateCosts.Row> rows(Style style) {
    return steps
        .map(s -> new UpdateCosts(style, report, typed.from(), s.merged(), causes, impact).rows())
        .orElse(List.of());
  }

  /** The first thing to say. */
  public String headline(Style style) {
    return steps
        .map(s -> report.dryRun() ? predicted(style) : done(style, s))
        .orElseGet(this::upToDate);
  }

  /** The command to type next. */
  public String nextCommand() {
    if (report.dryRun() && steps.isPresent()) {
      return "xenvendor update" + typed.arguments();
    }
    return report.result() == Result.CONFLICTS ? "xenvendor conflicts" : "xenvendor status";
  }

  @Override
  public void show(Text text) {
    steps.ifPresentOrElse(
        s -> {
          if (report.dryRun()) {
            addPrediction(text, s);
          } else {
            addDone(text, s);
          }
        },
        () -> text.line(upToDate()));
  }

  private String upToDate() {
    String trunk = "Trunk has " + title(report.before().orElseThrow());
    return report.named() ? trunk + " already." : trunk + "; " + source + " has no newer release.";
  }

  private String title(Version version) {
    return report.vendor().title(version);
  }

  private String predicted(Style style) {
    return style.bold(title(report.release()))
        + (report.named() ? ", from " : " is the newest release of ")
        + source
        + "; trunk has "
        + report.before().map(Version::text).orElse("no headers yet")
        + ".";
  }

  private String done(Style style, Steps s) {
    return importedWords(s.imported().report()) + " " + mergedWords(style, s.merged());
  }

  private void addPrediction(Text text, Steps s) {
    text.line(predicted(text.style()));
    rows(text.style()).forEach(row -> text.line(row.line(text.style())));
    addBody(text, s);
    text.line("Nothing was written.");
    text.next(nextCommand());
    ImportRendering.addRemember(text, remember);
  }

  private void addDone(Text text, Steps s) {
    text.line(done(text.style(), s));
    addBody(text, s);
    text.next(nextCommand());
    if (report.result() == Result.CONFLICTS) {
      s.merged().addFetch(text);
      text.next("xenvendor merge --abort     to abort the merge");
    }
    ImportRendering.addRemember(text, remember);
    if (s.imported().report().result() == ImportReport.Result.IMPORTED) {
      text.next(s.imported().pushCommand());
    }
  }

  private String importedWords(ImportReport imported) {
    Vendor vendor = report.vendor();
    String release = title(report.release());
    return imported.result() == ImportReport.Result.IMPORTED
        ? "Imported "
            + release
            + " to "
            + vendor.branch()
            + ", "
            + Phrases.count(imported.files(), "file")
            + ", "
            + imported.pin().words()
            + "."
        : release + " is on " + vendor.branch() + " already.";
  }

  private static String mergedWords(Style style, MergeRendering merged) {
    MergeReport merge = merged.report();
    if (merged.onlyRecords()) {
      return merged.headline(style);
    }
    String from = merge.base().map(base -> " (from " + base + ")").orElse("");
    int conflicts = merged.conflicts().conflicts().size();
    return merge.result() == Result.CONFLICTS
        ? "Merged it"
            + from
            + ", "
            + style.bad(Phrases.count(conflicts, "conflict") + " left")
            + "."
        : style.good("Merged it")
            + from
            + merge.commit().map(id -> ", commit " + id.abbreviated()).orElse("")
            + ".";
  }

  private void addBody(Text text, Steps s) {
    s.merged().addOutcome(text);
    s.merged().addConflicts(text, MOST_CONFLICTS);
    s.merged().addConsumers(text);
    impact.ifPresent(known -> UnreadHeaderLines.add(text, known.vendor(), known.unread()));
    String undo = "git reset --hard HEAD^ and xenvendor import --undo, then ";
    s.imported()
        .profile()
        .ifPresent(words -> s.imported().addProfile(text, words, report.dryRun() ? "" : undo));
    s.imported().addWarningsOfUpdate(text, report.dryRun());
  }

  @Override
  public void write(Json json) {
    json.put("command", "update").put("result", report.result().word());
    json.put("release", report.release().text());
    json.put("before", report.before());
    json.put("dryRun", report.dryRun());
    steps.ifPresent(
        s ->
            json.object("import", s.imported()::writeResult)
                .object("merge", s.merged()::writeResult));
    impact.ifPresent(i -> json.object("impact", j -> ImpactJson.write(i, j)));
  }
}
