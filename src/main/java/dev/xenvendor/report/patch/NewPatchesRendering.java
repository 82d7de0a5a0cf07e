package dev.xenvendor.report.patch;

import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.propose.Durability;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.patch.residue.ResidueHunk;
import dev.xenvendor.patch.review.NewPatches;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows the local patches that {@code patches new} wrote or would write.
 *
 * @param dryRun whether the files were not written
 */
public record NewPatchesRendering(NewPatches.Report report, boolean dryRun) implements Report {

  @Override
  public void show(Text text) {
    int left = report.left().hunks().size();
    List<LocalPatch> added = report.added().patches();
    if (added.isEmpty()) {
      text.line(
          report.hadAny()
              ? "No local patch can declare the changes."
              : "There are no undeclared changes"
                  + (report.only().isEmpty() ? "." : " in what is named."));
      return;
    }
    text.line(
        (dryRun ? "Would declare " : "Declared ")
            + declared()
            + " by "
            + Phrases.count(added.size(), "new local patch", "new local patches")
            + "; "
            + (left == 0 ? "nothing" : Phrases.count(left, "hunk"))
            + " left undeclared.");
    List<String> files = new ArrayList<>(report.files().keySet());
    for (int i = 0; i < added.size(); i++) {
      LocalPatch patch = added.get(i);
      text.line("  " + files.get(i));
      text.line(
          "    "
              + patch.change().kind().name()
              + ": "
              + Phrases.printable(patch.change().summary()));
      Optional.ofNullable(report.durability().get(patch.id())).ifPresent(d -> text.line(holds(d)));
    }
    if (dryRun) {
      text.line("Nothing was written.");
      return;
    }
    text.next("state in each why the change is made, and what upstream said");
    text.next("git add " + folder(files) + " && git commit");
  }

  private static String holds(Durability durability) {
    return "    holds in "
        + durability.held()
        + " of "
        + durability.releases()
        + " releases from "
        + durability.from();
  }

  /** The hunks of which nothing is left, and the files that trunk alone has or lacks. */
  private String declared() {
    Residue residue = report.before().residue();
    Residue left = report.left();
    long hunks =
        residue.hunks().stream()
            .filter(hunk -> left.hunks().stream().noneMatch(other -> overlap(hunk, other)))
            .count();
    long files = files(residue) - files(left);
    if (hunks == 0 && files == 0) {
      return Phrases.count(residue.size() - left.size(), "line");
    }
    String counted = hunks == 0 ? "" : Phrases.count(hunks, "hunk");
    String and = hunks == 0 || files == 0 ? "" : " and ";
    return counted + and + (files == 0 ? "" : Phrases.count(files, "file"));
  }

  private static long files(Residue residue) {
    return (long) residue.own().size() + residue.missing().size();
  }

  private static boolean overlap(ResidueHunk a, ResidueHunk b) {
    return a.path().equals(b.path())
        && a.line() <= b.line() + b.after().size()
        && b.line() <= a.line() + a.after().size();
  }

  private static String folder(List<String> files) {
    return files.get(0).substring(0, files.get(0).lastIndexOf('/'));
  }

  @Override
  public void write(Json json) {
    json.put("command", "patches new");
    json.put("result", report.added().isEmpty() ? "nothing" : "declared");
    List<String> files = new ArrayList<>(report.files().keySet());
    json.put("written", dryRun ? List.of() : files);
    json.objects(
        "patches",
        report.added().patches(),
        (patch, j) -> {
          j.put("id", patch.id())
              .put("kind", patch.change().kind().name())
              .put("summary", patch.change().summary());
          Optional.ofNullable(report.durability().get(patch.id()))
              .ifPresent(d -> j.object("durability", o -> write(o, d)));
        });
    ResidueLines.write(
        json, report.left(), path -> report.before().vendor().prefix().resolve(path).value());
  }

  private static void write(Json json, Durability durability) {
    json.put("held", durability.held());
    json.put("releases", durability.releases());
    json.put("from", durability.from().text());
  }
}
