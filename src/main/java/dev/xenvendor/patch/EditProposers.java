package dev.xenvendor.patch;

import dev.xenvendor.cheader.ByteRange;
import dev.xenvendor.cheader.CToken;
import dev.xenvendor.cheader.CTokens;
import dev.xenvendor.header.FileMode;
import dev.xenvendor.header.HeaderFile;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.LineEdit;
import dev.xenvendor.header.LineEnd;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Proposes what a tree does to single headers: tokens, lines, and last of all a diff. */
final class EditProposers {

  private static final int CONTEXT = 3;

  /** With more edits than this a file is declared by one diff. */
  private static final int MOST_LINE_EDITS = 8;

  private EditProposers() {}

  static List<Change> tokens(Residue residue) {
    Map<HeaderPath, Map<String, String>> byFile = new TreeMap<>();
    for (ResidueHunk hunk : residue.hunks()) {
      boolean lineByLine = hunk.before().size() == hunk.after().size() && !hunk.cutsConditional();
      for (int line = 0; lineByLine && line < hunk.before().size(); line++) {
        TokenDifference.between(hunk.before().get(line), hunk.after().get(line))
            .ifPresent(
                difference ->
                    byFile
                        .computeIfAbsent(hunk.path(), path -> new LinkedHashMap<>())
                        .putIfAbsent(difference.from(), difference.to()));
      }
    }
    List<Change> changes = new ArrayList<>();
    byFile.forEach((path, rules) -> changes.addAll(replacements(path, rules)));
    return changes;
  }

  /** All the rules of a file together, and where they do not go together each by itself. */
  private static List<Change> replacements(HeaderPath path, Map<String, String> rules) {
    List<Change> changes = new ArrayList<>();
    List<Map<String, String>> tries = new ArrayList<>(List.of(rules));
    rules.forEach((from, to) -> tries.add(Map.of(from, to)));
    tries.forEach(rule -> replacement(path, rule).ifPresent(changes::add));
    return changes;
  }

  /** The change, unless it would replace its own replacement. */
  private static Optional<Change> replacement(HeaderPath path, Map<String, String> rule) {
    try {
      return Optional.of(new ReplaceTokens(PatchFiles.of(path.value()), rule));
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

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
    return residue.hunks().size() > MOST_LINE_EDITS
        ? List.of()
        : residue.hunks().stream().filter(hunk -> !hunk.cutsConditional()).toList();
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

  /** What tokens of one line another has in the place of its own. */
  private record TokenDifference(String from, String to) {

    static Optional<TokenDifference> between(String oldLine, String newLine) {
      // A backslash that kept its column, or did not, is no part of the edit.
      String before = ContinuationSpacing.without(oldLine);
      String after = ContinuationSpacing.without(newLine);
      CTokens old = CTokens.of(before);
      CTokens now = CTokens.of(after);
      List<CToken> a = significant(old);
      List<CToken> b = significant(now);
      int start = 0;
      while (start < Math.min(a.size(), b.size()) && same(a.get(start), b.get(start))) {
        start++;
      }
      int end = 0;
      while (end < Math.min(a.size(), b.size()) - start
          && same(a.get(a.size() - 1 - end), b.get(b.size() - 1 - end))) {
        end++;
      }
      if (start >= a.size() - end || start >= b.size() - end) {
        return Optional.empty();
      }
      // A number or a sign by itself may mean anything in the next line, or in the next release.
      if (a.subList(start, a.size() - end).stream().noneMatch(TokenDifference::isName)) {
        return Optional.empty();
      }
      // A call without arguments is replaced as a whole: mb() and not every mb.
      int call = isEmptyCall(a, a.size() - end) && isEmptyCall(b, b.size() - end) ? 2 : 0;
      ByteRange from = range(a.subList(start, a.size() - end + call));
      ByteRange to = range(b.subList(start, b.size() - end + call));
      // The rest of the line, white space and comments, must be the same.
      boolean isAll =
          before.substring(0, from.start()).equals(after.substring(0, to.start()))
              && before.substring(from.end()).equals(after.substring(to.end()));
      return isAll
          ? Optional.of(new TokenDifference(old.text(from), now.text(to)))
          : Optional.empty();
    }

    private static boolean isEmptyCall(List<CToken> tokens, int at) {
      return at + 1 < tokens.size()
          && tokens.get(at).text().equals("(")
          && tokens.get(at + 1).text().equals(")");
    }

    private static boolean isName(CToken token) {
      return token.kind() == CToken.Kind.IDENTIFIER;
    }

    private static boolean same(CToken a, CToken b) {
      return a.text().equals(b.text());
    }

    private static List<CToken> significant(CTokens tokens) {
      return tokens.stream().filter(token -> token.kind().isSignificant()).toList();
    }

    private static ByteRange range(List<CToken> tokens) {
      return new ByteRange(
          tokens.get(0).range().start(), tokens.get(tokens.size() - 1).range().end());
    }
  }
}
