package dev.xenvendor.report.cvs;

import dev.xenvendor.cvs.BaseRelease;
import dev.xenvendor.cvs.release.CvsPlanReport;
import dev.xenvendor.cvs.release.CvsStep;
import dev.xenvendor.cvs.release.CvsSurvey;
import dev.xenvendor.profile.Version;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;

/**
 * Shows how a release would get into a CVS repository.
 *
 * @param place the options that name the repository and the tree in it, for the commands that
 *     follow
 */
public record CvsPlanRendering(CvsPlanReport report, String place) implements Report {

  @Override
  public void show(Text text) {
    Style style = text.style();
    CvsSurvey survey = report.survey();
    text.line(headline(style));
    text.line("Tags");
    report.reasons().forEach(reason -> text.line("  " + reason));
    text.line("  " + base(survey));
    CvsWarnings.add(text, survey);
    if (!survey.skipped().isEmpty() && !report.isImported()) {
      text.hint(
          "it can only be imported before "
              + survey.version()
              + ": "
              + "xenvendor cvs import "
              + survey.skipped().get(0)
              + place);
    }
    int number = 1;
    for (CvsStep step : report.steps()) {
      text.line(number + ". " + step.purpose());
      step.commands().forEach(command -> text.line("     " + command));
      number++;
    }
    text.line("The entry of doc/3RDPARTY, if it has none yet:");
    report.entry().forEach(line -> text.line("     " + line));
    text.line("Nothing was written.");
    if (!report.isImported()) {
      String importing = "xenvendor cvs import " + survey.version() + survey.baseWords();
      text.next(
          importing
              + " --rehearse"
              + place
              + "    (the import and its merge, in a temporary copy)");
      text.next(importing + place + "    (the import and its verification)");
    }
    text.next(
        "xenvendor cvs merge "
            + survey.version()
            + survey.baseWords()
            + "    (in a working copy of trunk: the merge with the declared local patches)");
  }

  private String headline(Style style) {
    CvsSurvey survey = report.survey();
    String what = style.bold(survey.vendor().title(survey.version()));
    String where = survey.place().headers() + " as " + survey.vendorTag() + " ";
    if (report.isImported()) {
      return what + " is in " + where + survey.releaseTag() + " already; remaining steps:";
    }
    String files =
        report.alreadyThere() == 0
            ? Phrases.count(report.files(), "file")
            : report.files()
                - report.alreadyThere()
                + " of "
                + report.files()
                + " files, the others were imported by an interrupted run";
    return what + " would go to " + where + survey.releaseTag() + ": " + files + ".";
  }

  private static String base(CvsSurvey survey) {
    return survey.base().map(CvsPlanRendering::base).orElse("no release is imported here yet");
  }

  private static String base(BaseRelease base) {
    String tag = base.tag().tag();
    String state =
        base.isPristine() && base.pinned() ? ", pristine, so a merge can start there" : "";
    return tag + ": the previous release on the branch, " + base.tag().version() + state;
  }

  @Override
  public void write(Json json) {
    json.put("command", "cvs plan")
        .put("result", report.isImported() ? "already-imported" : "planned");
    CvsSurveyJson.write(json, report.survey());
    json.put("onTrunk", report.survey().onTrunk().map(Version::text))
        .put("files", report.files())
        .put("alreadyThere", report.alreadyThere())
        .put("reasons", report.reasons())
        .objects(
            "steps",
            report.steps(),
            (step, j) -> j.put("purpose", step.purpose()).put("commands", step.commands()))
        .put("thirdParty", report.entry());
  }
}
