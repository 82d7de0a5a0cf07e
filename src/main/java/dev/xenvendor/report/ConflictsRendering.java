package dev.xenvendor.report;

import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.conflict.OpenConflict.OpenHunk;
import dev.xenvendor.merge.Chunk.HunkText;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.Side;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.report.format.Words;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the conflicts of a merge, hunk by hunk, with the three texts of each. */
public record ConflictsRendering(ConflictsReport report) implements Report {

  private static final int MOST_LINES = 6;

  /** What taking a side's file is called. */
  private static final Map<Side, String> KEPT =
      Map.of(Side.LOCAL, "keep it  ", Side.VENDOR, "take it  ");

  @Override
  public String text(Style style) {
    Text text = new Text(style);
    if (report.conflicts().isEmpty()) {
      addNone(text);
      return text.toString();
    }
    text.line(
        style.bold(
                Words.count(report.conflicts().size(), "conflict")
                    + ", "
                    + Words.count(report.left(), "hunk or file", "hunks or files")
                    + " to decide")
            + "."
            + (merging().isEmpty() ? "" : " " + merging()));
    int number = 1;
    for (OpenConflict conflict : report.conflicts()) {
      if (conflict.hunks().isEmpty()) {
        text.blank();
        addWhole(text, number++, conflict);
      }
      for (OpenHunk hunk : conflict.hunks()) {
        text.blank();
        addHunk(text, number++, conflict, hunk);
      }
    }
    text.blank();
    text.next(
        report.predicted()
            ? "xenvendor merge"
            : "xenvendor resolve PATH [--hunk N] --take local|vendor|base|suggested");
    if (!report.predicted()) {
      text.next("git add PATH     for a file that you edited yourself");
      text.next("xenvendor merge --continue     when all are resolved");
    }
    return text.toString();
  }

  private void addNone(Text text) {
    if (report.predicted()) {
      text.line("No conflicts. " + merging()).next("xenvendor merge");
    } else if (report.release().isPresent()) {
      text.line("No conflicts are left. " + merging()).next("xenvendor merge --continue");
    } else {
      text.line("No merge is in progress.").next("xenvendor status");
    }
  }

  private String merging() {
    return report
        .release()
        .map(
            release ->
                "Merging "
                    + report.vendor().title(release)
                    + report.base().map(base -> " (from " + base + ")").orElse("")
                    + ".")
        .orElse("");
  }

  private void addWhole(Text text, int number, OpenConflict conflict) {
    text.line(heading(text, number, conflict.path().value(), conflict.kind().word()));
    if (conflict.edited()) {
      boolean broken = conflict.kind() == Conflict.Kind.BROKEN_RESULT;
      text.line(broken ? "   it is well formed now" : "   no markers are left in it");
      BreakageLines.add(text, conflict.breakages());
      text.line("   done        git add " + conflict.path());
      return;
    }
    text.line("   " + whatHappened(conflict));
    BreakageLines.add(text, conflict.breakages());
    if (conflict.kind() == Conflict.Kind.BROKEN_RESULT && !report.predicted()) {
      text.line("   edit it     then: git add " + conflict.path());
    }
    if (!report.predicted()) {
      addDiff(text, conflict);
      boolean merged =
          conflict.kind() == Conflict.Kind.PATCH_DOES_NOT_APPLY
              && conflict.pathOn(Side.LOCAL).isPresent()
              && conflict.pathOn(Side.VENDOR).isPresent();
      if (merged) {
        text.line("   as merged   git add " + conflict.path() + "     the texts merge cleanly");
      }
      for (Side side : List.of(Side.LOCAL, Side.VENDOR)) {
        String does = conflict.pathOn(side).isEmpty() ? "delete it" : KEPT.get(side);
        text.line(
            "   "
                + does
                + "   xenvendor resolve "
                + shortPath(conflict)
                + " --take "
                + side.word());
      }
    }
  }

  /** What one side made of the file, where the other one gave it up or has a patch in it. */
  private static void addDiff(Text text, OpenConflict conflict) {
    Optional<String> stage =
        switch (conflict.kind()) {
          case MODIFY_DELETE -> Optional.of(":2:");
          case DELETE_MODIFY -> Optional.of(":3:");
          case PATCH_DOES_NOT_APPLY -> conflict.pathOn(Side.VENDOR).map(path -> ":3:");
          default -> Optional.empty();
        };
    boolean samePath = conflict.paths().size() == 1 && conflict.file(Side.BASE).isPresent();
    stage
        .filter(s -> samePath)
        .ifPresent(
            s -> {
              String path = conflict.path().value();
              text.line("   look at it  git diff :1:" + path + " " + s + path);
            });
  }

  private static String heading(Text text, int number, String place, String what) {
    return text.style().bold(String.valueOf(number)) + "  " + place + "  " + what;
  }

  private void addHunk(Text text, int number, OpenConflict conflict, OpenHunk open) {
    String place = conflict.path() + open.line().map(line -> ":" + line).orElse("");
    String what = conflict.kind().word() + ", hunk " + open.hunk().number() + " of the file";
    text.line(heading(text, number, place, what));
    if (conflict.lost().isPresent()) {
      text.line("   " + whatHappened(conflict));
    }
    addSide(text, "local ", open.hunk().local());
    addSide(text, "base  ", open.hunk().base());
    addSide(text, "vendor", open.hunk().vendor());
    open.explanation().ifPresent(known -> ExplanationLines.add(text, known));
    if (open.line().isEmpty()) {
      text.line(
          "   xenvendor did not write the markers in this file: edit it, or take a whole side");
      return;
    }
    if (!report.predicted()) {
      String command =
          "xenvendor resolve "
              + shortPath(conflict)
              + " --hunk "
              + open.hunk().number()
              + " --take ";
      boolean suggested = open.suggestion().isPresent();
      if (suggested) {
        ExplanationLines.add(text, "take it", command + "suggested");
      }
      ExplanationLines.add(text, suggested ? "upstream's" : "take it", command + "vendor");
      ExplanationLines.add(text, "keep it", command + "local");
      if (open.explanation().filter(known -> !known.edits().isEmpty()).isPresent()) {
        ExplanationLines.add(text, "declare it", "xenvendor patches new --from-conflict " + number);
      }
    }
  }

  private static void addSide(Text text, String name, HunkText side) {
    List<String> lines = Words.text(side.text()).lines().map(Words::printable).toList();
    int most = text.style().isVerbose() ? lines.size() : Math.min(MOST_LINES, lines.size());
    String label = "   " + text.style().faint(name) + "  ";
    if (lines.isEmpty()) {
      text.line(label + text.style().faint("(nothing)"));
    }
    for (int i = 0; i < most; i++) {
      text.line((i == 0 ? label : "           ") + lines.get(i));
    }
    if (most < lines.size()) {
      text.line("           … " + Words.count(lines.size() - most, "more line"));
    }
  }

  /** Says what the sides did to a file. */
  public static String whatHappened(OpenConflict conflict) {
    return switch (conflict.kind()) {
      case MODIFY_DELETE -> "local changed it, the vendor deleted it";
      case DELETE_MODIFY -> "local deleted it, the vendor changed or moved it";
      case RENAME_DELETE -> "local moved it here, the vendor deleted it";
      case RENAME_RENAME -> moved(conflict);
      case BINARY -> "both changed it, and it is not text";
      case MODE -> "both added it, one of them executable";
      case SYMLINK -> "both changed it, and it is a link on at least one side";
      case DIRECTORY_FILE -> "one side has a file where the other has a folder; moved aside here";
      case ADD_ADD -> "both added it, with different content";
      case CONTENT -> "both changed it";
      case PATCH_DOES_NOT_APPLY ->
          conflict
              .lost()
              .map(lost -> "local patch " + lost.id() + " no longer applies: " + lost.reason())
              .orElse("a local patch no longer applies");
      case BROKEN_RESULT -> "it merges without a conflict, but the result is not well formed";
    };
  }

  private static String moved(OpenConflict conflict) {
    return "local moved "
        + conflict.pathOn(Side.BASE).map(HeaderPath::value).orElse("it")
        + " to "
        + conflict.pathOn(Side.LOCAL).map(HeaderPath::value).orElse("?")
        + ", the vendor to "
        + conflict.pathOn(Side.VENDOR).map(HeaderPath::value).orElse("?");
  }

  private String shortPath(OpenConflict conflict) {
    Vendor vendor = report.vendor();
    return conflict.path().below(vendor.prefix()).orElse(conflict.path()).value();
  }

  @Override
  public String json() {
    return Json.document(
        json -> {
          json.put("command", "conflicts");
          json.put("result", report.conflicts().isEmpty() ? "none" : "conflicts");
          json.put("release", report.release());
          json.put("base", report.base());
          json.put("predicted", report.predicted());
          write(json, report.conflicts());
        });
  }

  static void write(Json json, List<OpenConflict> conflicts) {
    json.objects("conflicts", conflicts, ConflictsRendering::write);
  }

  private static void write(OpenConflict conflict, Json json) {
    json.put("path", conflict.path().value());
    json.put("kind", conflict.kind().word());
    json.put("paths", conflict.paths());
    json.put("edited", conflict.edited());
    json.object(
        "sides",
        sides -> {
          for (Side side : Side.values()) {
            side(conflict, side).ifPresent(file -> writeSide(sides, conflict, side, file));
          }
        });
    json.objects("hunks", conflict.hunks(), ConflictsRendering::write);
    ExplanationLines.writePatches(json, conflict);
    BreakageLines.write(json, conflict.breakages());
  }

  private static Optional<HeaderFile> side(OpenConflict conflict, Side side) {
    return conflict.file(side);
  }

  private static void writeSide(Json json, OpenConflict conflict, Side side, HeaderFile file) {
    json.object(
        side.word(),
        j ->
            j.put("path", conflict.pathOn(side))
                .put("mode", file.mode().octal())
                .put("blob", file.id().hex()));
  }

  private static void write(OpenHunk open, Json json) {
    json.put("number", open.hunk().number());
    open.line().ifPresent(line -> json.put("line", line));
    for (Side side : Side.values()) {
      HunkText text = open.hunk().of(side);
      json.object(
          side.word(),
          j ->
              j.put("line", text.firstLine())
                  .put("lines", text.lineCount())
                  .put("text", Words.text(text.text())));
    }
    open.explanation().ifPresent(known -> ExplanationLines.write(json, known));
  }
}
