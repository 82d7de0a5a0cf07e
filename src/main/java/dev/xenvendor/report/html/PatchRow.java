package dev.xenvendor.report.html;

import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.downstream.PatchState;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;

/** A local patch with its state, its reason and its files. */
record PatchRow(PatchReport report) {

  Fields fields() {
    return new Fields()
        .put("id", report.patch().id())
        .put("state", report.state().word())
        .put("mood", mood(report.state()))
        .put("note", Optional.of(report.note()).filter(note -> !note.isEmpty()))
        .put("refreshed", report.isRefreshed())
        .put("summary", report.patch().summary())
        .put("change", report.patch().change().summary())
        .put("patch", CauseFields.fields(report.patch()))
        .put("carried", files("Carried in", report.carriedIn()))
        .put("introduced", files("Introduced in, or missing in", report.introducedIn()));
  }

  private static String mood(PatchState state) {
    return switch (state) {
      case CARRIED, INTRODUCED, RELOCATED -> "good";
      case DOES_NOT_APPLY -> "error";
      case PARTLY, ABSENT, ADOPTED, RETIRED -> "warning";
    };
  }

  private static Fields files(String title, List<HeaderPath> files) {
    return new Fields()
        .put("title", title)
        .put("any", !files.isEmpty())
        .put("count", files.size())
        .put("paths", files.stream().map(HeaderPath::value).toList());
  }
}
