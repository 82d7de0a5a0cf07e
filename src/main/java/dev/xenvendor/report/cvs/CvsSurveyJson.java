package dev.xenvendor.report.cvs;

import dev.xenvendor.cvs.BaseRelease;
import dev.xenvendor.cvs.release.CvsSurvey;
import dev.xenvendor.report.format.Json;
import java.util.List;

/** The first fields of every document about a CVS repository. */
final class CvsSurveyJson {

  private CvsSurveyJson() {}

  static void write(Json json, CvsSurvey survey) {
    json.put("release", survey.version().text())
        .put("cvsroot", survey.root().text())
        .put("folder", survey.place().headers())
        .put("vendorTag", survey.vendorTag())
        .put("branch", survey.order().branch())
        .put("releaseTag", survey.releaseTag())
        .put("skipped", survey.skipped());
    survey.base().ifPresent(base -> json.object("base", j -> write(j, base)));
  }

  private static void write(Json json, BaseRelease base) {
    json.put("release", base.tag().version().text())
        .put("tag", base.tag().tag())
        .put("pinned", base.pinned())
        .put("altered", List.copyOf(base.altered()));
  }
}
