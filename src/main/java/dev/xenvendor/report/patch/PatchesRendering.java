package dev.xenvendor.report.patch;

import dev.xenvendor.downstream.HintCommands;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.patch.review.PatchesReport;
import dev.xenvendor.release.OrphanedFile;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;

/**
 * Shows how trunk carries the local patches, and what none of them declares.
 *
 * @param leftBehind the files that upstream dropped and the tree kept
 * @param commands what the tree's hints name
 */
public record PatchesRendering(
    PatchesReport report, List<OrphanedFile> leftBehind, HintCommands commands) implements Report {

  private static final int MOST_HUNKS = 10;

  @Override
  public void show(Text text) {
    text.line(headline(report));
    if (!report.patches().isEmpty()) {
      PatchLines.add(text, report.patches());
    }
    addResidue(text);
  }

  /** Returns in a sentence how many patches there are, and how much none declares. */
  public static String headline(PatchesReport report) {
    if (report.patches().isEmpty()) {
      return "No local patches are declared for " + report.vendor().title() + ".";
    }
    int hunks = report.residue().hunks().size();
    return Phrases.count(report.patches().size(), "local patch", "local patches")
        + " on "
        + report.vendor().title(report.release())
        + ", "
        + (hunks == 0 ? "nothing undeclared" : Phrases.count(hunks, "undeclared hunk"))
        + ".";
  }

  private void addResidue(Text text) {
    if (!report.residue().hunks().isEmpty()) {
      text.line("Undeclared");
    }
    new UndeclaredLines(text, this::inTree)
        .add(report.residue().hunks(), MOST_HUNKS, ", all with -v");
    report.residue().missing().forEach(p -> text.line("  " + inTree(p) + "    deleted here"));
    List<HeaderPath> own = kept().without(report.residue().own());
    own.forEach(p -> text.line("  " + inTree(p) + "    your own file"));
    kept().add(text);
    if (!isAllLeftBehind(own)) {
      commands.declareAll().ifPresent(text::next);
    }
  }

  private OrphanedFileLines kept() {
    return new OrphanedFileLines(report.vendor(), leftBehind, commands);
  }

  /** Files that are left behind are removed, not declared. */
  private boolean isAllLeftBehind(List<HeaderPath> own) {
    Residue residue = report.residue();
    return own.isEmpty() && residue.missing().isEmpty() && residue.hunks().isEmpty();
  }

  private String inTree(HeaderPath path) {
    return report.vendor().prefix().resolve(path).value();
  }

  @Override
  public void write(Json json) {
    json.put("command", "patches").put("result", report.isClean() ? "clean" : "differs");
    json.put("release", report.release().text());
    PatchLines.write(json, report.patches(), this::inTree);
    ResidueLines.write(json, report.residue(), this::inTree);
    kept().write(json);
  }
}
