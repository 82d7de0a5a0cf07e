package dev.xenvendor.report.cvs;

import dev.xenvendor.cvs.BaseRelease;
import dev.xenvendor.cvs.release.CvsSurvey;
import dev.xenvendor.profile.Version;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.report.release.ImportRendering;

/** Warnings to a release engineer before an import, and notes after it. */
final class CvsWarnings {

  private CvsWarnings() {}

  static void add(Text text, CvsSurvey survey) {
    survey.customs().forEach(text::warning);
    if (survey.keepsVendorTag()) {
      text.warning(
          "the vendor branch is called "
              + survey.vendorTag()
              + " here, not "
              + survey.vendor().cvs().vendorTag()
              + "; it keeps its name");
    }
    survey.base().ifPresent(base -> addBase(text, survey, base));
    survey.onTrunk().ifPresent(version -> text.warning(ahead(version)));
    if (!survey.skipped().isEmpty()) {
      text.warning(ImportRendering.skippedWords(survey.skipped()));
    }
  }

  static String ahead(Version version) {
    return "trunk is at "
        + version
        + " already, which the vendor branch lacks: it was committed to trunk, so a merge starts"
        + " from "
        + version;
  }

  private static void addBase(Text text, CvsSurvey survey, BaseRelease base) {
    String tag = base.tag().tag();
    if (!base.pinned()) {
      text.warning("there is no manifest to verify that " + tag + " is pristine");
    }
    if (!base.isPristine()) {
      text.warning(
          tag
              + " is not pristine: "
              + Phrases.count(base.altered().size(), "file")
              + " had local changes when imported, first: "
              + base.altered().first());
      text.hint(
          "a merge by -j"
              + tag
              + " would treat them as upstream's and drop them; xenvendor cvs merge "
              + survey.version()
              + " starts from the manifest's release instead");
    }
  }
}
