package dev.xenvendor.patch;

import dev.xenvendor.header.FileMode;
import dev.xenvendor.header.HeaderFile;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.LineEdit;
import dev.xenvendor.header.LineEnd;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Proposes what a tree does to single headers: lines, and last of all a diff. */
final class EditProposers {

  private static final int CONTEXT = 3;

  /** With more edits than this a file is declared by one diff. */
  private static final int MOST_LINE_EDITS = 8;

  private EditProposers() {}

  /** One replaced line, which stands once in the release's file. */
  static List<Change> replacedLines(Residue residue) {
    List<Change> changes = new ArrayList<>();
    for (ResidueHunk hunk : lineEdits(residue)) {
      if (hunk.before().size() == 1
          && hunk.after().size() == 1
          && !hunk.before().equals(hunk.after()) // but for their endings, which no line says
          && isOnce(residue, hunk.path(), hunk.before().get(0))) {
        changes.add(
            new ReplaceLine(
                PatchFiles.of(hunk.path().value()),
                unicode(hunk.before().get(0)),
                unicode(hunk.after().get(0))));
      }
    }
    return changes;
  }

  /** Lines behind one that stands once in the release's file, or at the include guard. */
  static List<Change> insertedLines(Residue residue) {
    List<Change> changes = new ArrayList<>();
    for (ResidueHunk hunk : lineEdits(residue)) {
      if (!hunk.before().isEmpty() || hunk.after().stream().allMatch(String::isBlank)) {
        continue;
      }
      PatchFiles file = PatchFiles.of(hunk.path().value());
      List<String> lines = hunk.after().stream().map(EditProposers::unicode).toList();
      changes.add(new InsertLines(file, Anchor.AFTER_INCLUDE_GUARD, lines));
      changes.add(new InsertLines(file, Anchor.BEFORE_END_OF_GUARD, lines));
      List<String> released =
          ResidueHunk.lines(residue.released(hunk.path()).orElseThrow().bytes());
      int above = hunk.edit().beforeBegin() - 1;
      if (above >= 0 && isOnce(residue, hunk.path(), released.get(above))) {
        Anchor anchor = new Anchor(Anchor.Where.AFTER_LINE, unicode(released.get(above)));
        changes.add(new InsertLines(file, anchor, lines));
      }
    }
    return changes;
  }

  /** What may be a patch of its own for some lines: nobody wants to read a dozen for one file. */
  private static List<ResidueHunk> lineEdits(Residue residue) {
    if (residue.hunks().size() > MOST_LINE_EDITS) {
      return List.of();
    }
    boolean alone = residue.hunks().size() == 1;
    Set<ResidueHunk> related = SharedNames.in(residue);
    return residue.hunks().stream()
        .filter(hunk -> alone ? !hunk.cutsConditional() : !hunk.isFragment())
        .filter(hunk -> !related.contains(hunk))
        .toList();
  }

  private static boolean isOnce(Residue residue, HeaderPath path, String line) {
    List<String> released = ResidueHunk.lines(residue.released(path).orElseThrow().bytes());
    return !line.isBlank() && released.stream().filter(line::equals).count() == 1;
  }

  /** All that is left of a file as one diff. */
  static List<Change> diffs(Residue residue) {
    Map<HeaderPath, List<ResidueHunk>> byFile = new TreeMap<>();
    residue.hunks().forEach(h -> byFile.computeIfAbsent(h.path(), p -> new ArrayList<>()).add(h));
    List<Change> changes = new ArrayList<>();
    byFile.forEach(
        (path, hunks) -> {
          List<String> released = ResidueHunk.lines(residue.released(path).orElseThrow().bytes());
          StringBuilder diff = new StringBuilder();
          together(hunks, released).forEach(near -> append(diff, released, near));
          changes.add(
              new TextPatch(PatchFiles.of(path.value()), Optional.empty(), diff.toString()));
        });
    return changes;
  }

  /** The hunks, those together whose context would overlap. */
  private static List<List<ResidueHunk>> together(List<ResidueHunk> hunks, List<String> released) {
    List<List<ResidueHunk>> groups = new ArrayList<>();
    int end = 0;
    for (ResidueHunk hunk : hunks) {
      int begin = hunk.edit().beforeBegin();
      boolean near = begin - end <= 2 * CONTEXT;
      for (int line = end; line < begin; line++) {
        near &= isText(released, line);
      }
      if (groups.isEmpty() || !near) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(hunk);
      end = hunk.edit().beforeEnd();
    }
    return groups;
  }

  private static void append(StringBuilder diff, List<String> released, List<ResidueHunk> near) {
    LineEdit first = near.get(0).edit();
    LineEdit last = near.get(near.size() - 1).edit();
    int begin = first.beforeBegin();
    while (first.beforeBegin() - begin < CONTEXT && isText(released, begin - 1)) {
      begin--;
    }
    int end = last.beforeEnd();
    while (end - last.beforeEnd() < CONTEXT && isText(released, end)) {
      end++;
    }
    int after =
        end - begin + last.afterEnd() - last.beforeEnd() + first.beforeBegin() - first.afterBegin();
    int shift = first.afterBegin() - first.beforeBegin();
    diff.append("@@ -").append(begin + 1).append(',').append(end - begin);
    diff.append(" +").append(begin + shift + 1).append(',').append(after).append(" @@\n");
    int at = begin;
    for (ResidueHunk hunk : near) {
      lines(diff, ' ', released.subList(at, hunk.edit().beforeBegin()));
      lines(diff, '-', hunk.before());
      lines(diff, '+', hunk.after());
      at = hunk.edit().beforeEnd();
    }
    lines(diff, ' ', released.subList(at, end));
  }

  /** Whether a patch can hold the line, as text in UTF-8. */
  private static boolean isText(List<String> lines, int line) {
    return line >= 0
        && line < lines.size()
        && TextLines.latin1(unicode(lines.get(line))).equals(lines.get(line));
  }

  private static void lines(StringBuilder diff, char mark, List<String> lines) {
    lines.forEach(line -> diff.append(mark).append(unicode(line)).append('\n'));
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

  /** Bytes as characters become the text that they are, if they are UTF-8. */
  private static String unicode(String latin1) {
    return TextLines.unicode(latin1);
  }
}
