package dev.xenvendor.report.merge;

import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.merge.Breakage;
import dev.xenvendor.merge.MergedFile;
import dev.xenvendor.merge.MergedFile.Outcome;
import dev.xenvendor.report.conflict.BreakageLines;
import dev.xenvendor.report.conflict.ConflictJson;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.report.patch.PatchLines;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.update.MergeReport;
import dev.xenvendor.update.RevertedPatch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lines that the reports of merges share, in git and in CVS. */
public record MergeLines(MergeReport report) {

  public String release() {
    return report.vendor().title(report.release().version());
  }

  /** The release it is merged from, in parentheses; nothing where there is none. */
  public String from() {
    return report
        .base()
        .filter(base -> !base.equals(report.release().version()))
        .map(base -> " (from " + base + ")")
        .orElse("");
  }

  /** Every file that the merge changes, for who asks for it. */
  public void addFiles(Text text) {
    if (text.style().isVerbose()) {
      report.merge().files().stream()
          .filter(file -> file.outcome() != Outcome.UNCHANGED)
          .forEach(file -> text.line("  " + described(file)));
    }
  }

  void addPinned(Text text) {
    report
        .pinned()
        .ifPresent(
            path ->
                text.line(
                    release()
                        + (report.dryRun() ? " would be" : " is")
                        + " pinned by "
                        + path
                        + ", as imported. To compare it with upstream: "
                        + text.style().commands("xenvendor releases verify --from SOURCE")));
  }

  public void addUndone(Text text) {
    for (RevertedPatch undone : report.undone()) {
      String files = undone.files().stream().map(this::inTree).collect(Collectors.joining(", "));
      text.warning(
          "an undeclared edit reverts the local patch " + undone.patch().id() + " in " + files);
      text.hint("xenvendor patches show " + undone.patch().id());
    }
  }

  public String inTree(HeaderPath path) {
    return report.vendor().prefix().resolve(path).value();
  }

  private String described(MergedFile file) {
    return String.format("%-9s ", file.outcome().word())
        + inTree(file.path())
        + file.from().map(from -> " from " + inTree(from)).orElse("");
  }

  public static String described(Style style, OpenConflict conflict) {
    String line =
        conflict.hunks().stream()
            .findFirst()
            .flatMap(hunk -> hunk.line())
            .or(() -> firstPlace(conflict))
            .map(l -> ":" + l)
            .orElse("");
    String hunks =
        conflict.hunks().isEmpty() ? "" : ", " + Phrases.count(conflict.hunks().size(), "hunk");
    return style.bad("Conflict")
        + "  "
        + conflict.path()
        + line
        + "  "
        + conflict.kind().word()
        + hunks
        + (conflict.breakages().isEmpty()
            ? ""
            : ": " + BreakageLines.summary(conflict.breakages()));
  }

  private static Optional<Integer> firstPlace(OpenConflict conflict) {
    return conflict.breakages().stream()
        .flatMap(breakage -> breakage.places().stream())
        .map(Breakage.Place::line)
        .findFirst();
  }

  public void write(Json json, List<OpenConflict> conflicts) {
    json.put("base", report.base());
    json.put("vendor", report.release().version().text());
    json.put("commit", report.commit());
    json.put("pinned", report.pinned());
    json.put("dryRun", report.dryRun());
    json.objects("files", report.merge().inFull().files(), this::write);
    PatchLines.write(json, report.patches(), this::inTree);
    json.objects(
        "undone",
        report.undone(),
        (undone, j) ->
            j.put("id", undone.patch().id())
                .put("files", undone.files().stream().map(this::inTree).toList()));
    ConflictJson.write(json, conflicts);
  }

  private void write(MergedFile file, Json json) {
    json.put("path", inTree(file.path()))
        .put("outcome", file.outcome().word())
        .put("from", file.from().map(this::inTree));
  }
}
