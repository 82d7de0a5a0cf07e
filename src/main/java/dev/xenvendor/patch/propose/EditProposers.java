package dev.xenvendor.patch.propose;

import dev.xenvendor.patch.AddFile;
import dev.xenvendor.patch.Anchor;
import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.RemoveFile;
import dev.xenvendor.patch.TextPatch;
import dev.xenvendor.patch.edit.InsertLines;
import dev.xenvendor.patch.edit.ReplaceLine;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.patch.residue.ResidueHunk;
import dev.xenvendor.patch.residue.ShiftedInsertion;
import dev.xenvendor.patch.text.TextLines;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.LineEnd;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Proposes what a tree does to single headers: lines, and last of all a diff. */
final class EditProposers {

  /** With more edits than this a file is declared by one diff. */
  private static final int MOST_LINE_EDITS = 4;

  private EditProposers() {}

  /** Proposes one replaced line, which occurs once in the release's file. */
  static List<Change> replacedLines(Residue residue) {
    List<Change> changes = new ArrayList<>();
    for (ResidueHunk hunk : lineEdits(residue)) {
      if (hunk.before().size() == 1
          && hunk.after().size() == 1
          && !hunk.before().equals(hunk.after()) // but for their endings, which no line says
          && isOnce(residue, hunk.path(), hunk.before().get(0))) {
        changes.add(
            new ReplaceLine(
                FileSelection.of(hunk.path()),
                TextLines.unicode(hunk.before().get(0)),
                TextLines.unicode(hunk.after().get(0))));
      }
    }
    return changes;
  }

  /** Proposes lines beside one that occurs once in the release's file, or at the include guard. */
  static List<Change> insertedLines(Residue residue) {
    List<Change> changes = new ArrayList<>();
    for (ResidueHunk hunk : lineEdits(residue)) {
      if (!hunk.before().isEmpty() || hunk.after().stream().allMatch(String::isBlank)) {
        continue;
      }
      FileSelection file = FileSelection.of(hunk.path());
      List<String> lines = hunk.after().stream().map(TextLines::unicode).toList();
      byte[] released = residue.released(hunk.path()).orElseThrow().bytes();
      for (Anchor anchor : List.of(Anchor.AFTER_INCLUDE_GUARD, Anchor.BEFORE_END_OF_GUARD)) {
        changes.add(new InsertLines(file, anchor, linesAt(anchor, hunk, released).orElse(lines)));
      }
      for (Anchor anchor : beside(residue, hunk)) {
        if (!anchor.isHiddenBy(lines)) {
          changes.add(new InsertLines(file, anchor, lines));
        }
      }
    }
    return changes;
  }

  /** Returns what is inserted, if it can be read as put at an anchor. */
  static Optional<List<String>> linesAt(Anchor anchor, ResidueHunk hunk, byte[] released) {
    return anchor
        .in(new TextLines(released))
        .flatMap(place -> ShiftedInsertion.at(hunk, TextLines.of(released), place))
        .map(lines -> lines.stream().map(TextLines::unicode).toList());
  }

  /** The anchors at the lines beside an insertion, preferred ones first. */
  private static List<Anchor> beside(Residue residue, ResidueHunk hunk) {
    List<String> released = TextLines.of(residue.released(hunk.path()).orElseThrow().bytes());
    List<Anchor> anchors = new ArrayList<>();
    int above = hunk.edit().beforeBegin() - 1;
    if (above >= 0) {
      String line = released.get(above);
      if (isOnce(residue, hunk.path(), line)) {
        anchors.add(new Anchor(Anchor.Where.AFTER_LINE, TextLines.unicode(line)));
      }
      Anchor.defined(line)
          .map(name -> new Anchor(Anchor.Where.AFTER_DEFINE, name))
          .ifPresent(anchor -> anchors.add(DiffText.isStable(line) ? anchors.size() : 0, anchor));
    }
    int below = hunk.edit().beforeEnd();
    if (below < released.size() && isOnce(residue, hunk.path(), released.get(below))) {
      anchors.add(new Anchor(Anchor.Where.BEFORE_LINE, TextLines.unicode(released.get(below))));
    }
    return anchors;
  }

  /**
   * Returns what may be a patch of its own for some lines, if all that is left of the file is:
   * where it takes a diff, or more patches than anybody wants to read, the diff holds all of it.
   */
  private static List<ResidueHunk> lineEdits(Residue residue) {
    if (residue.hunks().size() > MOST_LINE_EDITS) {
      return List.of();
    }
    boolean alone = residue.hunks().size() == 1;
    boolean apart =
        residue.hunks().stream()
            .allMatch(
                hunk -> isLines(hunk) && (alone ? !hunk.cutsConditional() : !hunk.isFragment()));
    return apart && SharedNames.in(residue).isEmpty() ? residue.hunks() : List.of();
  }

  /** Returns whether a hunk inserts lines or replaces one; all others take a diff. */
  private static boolean isLines(ResidueHunk hunk) {
    return hunk.before().isEmpty()
        ? !hunk.after().stream().allMatch(String::isBlank)
        : hunk.before().size() == 1 && hunk.after().size() == 1;
  }

  private static boolean isOnce(Residue residue, HeaderPath path, String line) {
    List<String> released = TextLines.of(residue.released(path).orElseThrow().bytes());
    return !line.isBlank() && released.stream().filter(line::equals).count() == 1;
  }

  /** All that is left of a file as one diff. */
  static List<Change> diffs(Residue residue) {
    Map<HeaderPath, List<ResidueHunk>> byFile = new TreeMap<>();
    residue.hunks().forEach(h -> byFile.computeIfAbsent(h.path(), p -> new ArrayList<>()).add(h));
    List<Change> changes = new ArrayList<>();
    byFile.forEach(
        (path, hunks) -> {
          String diff = DiffText.of(hunks, residue.released(path).orElseThrow().bytes());
          changes.add(new TextPatch(FileSelection.of(path), Optional.empty(), diff));
        });
    return changes;
  }

  static List<Change> removedFiles(Residue residue) {
    return residue.missing().stream().map(path -> (Change) new RemoveFile(path)).toList();
  }

  /** Files of the tree's own, as far as they are text that a patch can hold. */
  static List<Change> addedFiles(Residue residue) {
    List<Change> changes = new ArrayList<>();
    for (HeaderPath path : residue.own()) {
      HeaderFile file = residue.local().tree().get(path).orElseThrow();
      String text = new String(file.bytes(), StandardCharsets.UTF_8);
      if (file.mode() == FileMode.REGULAR
          && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), file.bytes())) {
        if (!LineEnd.areMixed(file.bytes()) && text.contains("\r\n")) {
          changes.add(
              new AddFile(path, text.replace("\r\n", "\n"))); // where line ends are declared
        }
        changes.add(new AddFile(path, text));
      }
    }
    return changes;
  }
}
