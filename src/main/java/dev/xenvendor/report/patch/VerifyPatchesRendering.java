package dev.xenvendor.report.patch;

import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.downstream.PatchState;
import dev.xenvendor.patch.review.VerifyPatches;
import dev.xenvendor.patch.review.VerifyPatches.Failure;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;

/** Shows whether the local patches do what they declare. */
public record VerifyPatchesRendering(VerifyPatches.Report report) implements Report {

  @Override
  public void show(Text text) {
    Style style = text.style();
    String patches =
        Phrases.count(report.trunk().patches().size(), "local patch", "local patches")
            + " checked in trunk and in "
            + Phrases.count(report.releases().size(), "imported release");
    text.line(
        report.isClean()
            ? style.good(patches + ": all hold.")
            : style.bad(patches + ": " + (report.failures().size() + wrong().size()) + " wrong."));
    for (Failure failure : report.failures()) {
      text.line(
          "  "
              + failure.patch().id()
              + " does not apply to "
              + failure.release()
              + ": "
              + failure.reason());
      text.line("    declared in " + failure.patch().place());
    }
    for (PatchReport patch : wrong()) {
      text.line("  " + patch.patch().id() + state(patch) + note(patch));
      patch.introducedIn().forEach(path -> text.line("    missing in " + inTree(path)));
    }
    for (PatchReport patch : incomplete()) {
      text.line(
          "  "
              + patch.patch().id()
              + " is not yet in "
              + Phrases.count(patch.introducedIn().size(), "header")
              + "; the next merge introduces it there");
    }
    if (!report.isClean()) {
      text.next("xenvendor patches show ID");
    }
  }

  private static String state(PatchReport patch) {
    return patch.state() == PatchState.DOES_NOT_APPLY
        ? " does not apply to trunk"
        : " is " + patch.state().word() + " in trunk";
  }

  private static String note(PatchReport patch) {
    return patch.note().isEmpty() ? "" : ": " + patch.note();
  }

  private List<PatchReport> wrong() {
    return report.trunk().patches().stream().filter(PatchReport::isWrong).toList();
  }

  private List<PatchReport> incomplete() {
    return report.trunk().patches().stream()
        .filter(patch -> patch.state() == PatchState.PARTLY && !patch.isWrong())
        .toList();
  }

  private String inTree(HeaderPath path) {
    return report.trunk().vendor().prefix().resolve(path).value();
  }

  @Override
  public void write(Json json) {
    json.put("command", "patches verify").put("result", report.isClean() ? "hold" : "wrong");
    json.put("releases", report.releases());
    json.objects(
        "failures",
        report.failures(),
        (failure, j) ->
            j.put("id", failure.patch().id())
                .put("release", failure.release().text())
                .put("reason", failure.reason()));
    PatchLines.write(json, report.trunk().patches(), this::inTree);
  }
}
