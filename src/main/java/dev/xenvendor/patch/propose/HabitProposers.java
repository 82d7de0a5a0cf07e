package dev.xenvendor.patch.propose;

import dev.xenvendor.patch.Anchor;
import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.edit.IdentLine;
import dev.xenvendor.patch.edit.InsertLines;
import dev.xenvendor.patch.edit.StripTrailingWhitespace;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.patch.residue.ResidueHunk;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proposes what a tree does to many headers alike: ident lines, white space, inserted lines. */
final class HabitProposers {

  private static final Pattern IDENT = Pattern.compile("\\$([A-Z][A-Za-z]+)(?::[^$]*)?\\$");

  private HabitProposers() {}

  /** Files by what they have in common. */
  private static <K> Map<K, List<HeaderPath>> add(
      Map<K, List<HeaderPath>> files, K key, HeaderPath path) {
    files.computeIfAbsent(key, k -> new ArrayList<>()).add(path);
    return files;
  }

  /** All headers, where most of them are concerned; else the files by name. */
  private static FileSelection files(List<HeaderPath> paths, Residue residue) {
    long headers =
        residue.local().tree().paths().stream().filter(p -> p.value().endsWith(".h")).count();
    boolean most =
        2L * paths.size() > headers && paths.stream().allMatch(p -> p.value().endsWith(".h"));
    return most ? FileSelection.ALL_HEADERS : FileSelection.of(paths);
  }

  static List<Change> identLine(Residue residue) {
    Map<List<String>, List<HeaderPath>> byForm = new HashMap<>();
    for (ResidueHunk hunk : residue.hunks()) {
      if (hunk.edit().afterBegin() == 0 && !hunk.after().isEmpty()) {
        Matcher ident = IDENT.matcher(hunk.after().get(0));
        if (ident.find()) {
          String keyword = ident.group(1);
          String form = ident.replaceFirst(Matcher.quoteReplacement('$' + keyword + '$'));
          add(byForm, List.of(keyword, form), hunk.path());
        }
      }
    }
    return mostCommonFirst(byForm).stream()
        .map(
            entry ->
                (Change)
                    new IdentLine(
                        files(entry.getValue(), residue),
                        entry.getKey().get(0),
                        entry.getKey().get(1)))
        .toList();
  }

  static List<Change> trailingWhitespace(Residue residue) {
    List<HeaderPath> stripped =
        residue.hunks().stream()
            .filter(HabitProposers::isStripped)
            .map(ResidueHunk::path)
            .distinct()
            .toList();
    return stripped.isEmpty()
        ? List.of()
        : List.of(new StripTrailingWhitespace(files(stripped, residue)));
  }

  private static boolean isStripped(ResidueHunk hunk) {
    return !hunk.before().isEmpty()
        && hunk.before().stream().map(String::stripTrailing).toList().equals(hunk.after());
  }

  static List<Change> linesAtGuard(Residue residue) {
    Map<InsertLines, List<HeaderPath>> byLines = new HashMap<>();
    for (ResidueHunk hunk : residue.hunks()) {
      if (!hunk.before().isEmpty()
          || hunk.after().stream().allMatch(String::isBlank)
          || hunk.isFragment()) {
        continue;
      }
      byte[] released = residue.released(hunk.path()).orElseThrow().bytes();
      for (Anchor anchor : List.of(Anchor.AFTER_INCLUDE_GUARD, Anchor.BEFORE_END_OF_GUARD)) {
        EditProposers.linesAt(anchor, hunk, released)
            .map(lines -> new InsertLines(FileSelection.of("any"), anchor, lines))
            .ifPresent(insertion -> add(byLines, insertion, hunk.path()));
      }
    }
    return mostCommonFirst(byLines).stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(
            entry ->
                (Change)
                    new InsertLines(
                        isOnlyAtItsAnchor(entry.getKey(), byLines.keySet())
                            ? files(entry.getValue(), residue)
                            : FileSelection.of(entry.getValue()),
                        entry.getKey().anchor(),
                        entry.getKey().lines()))
        .toList();
  }

  /** Returns whether a glob is safe: no header has other lines at the same anchor. */
  private static boolean isOnlyAtItsAnchor(InsertLines lines, Set<InsertLines> all) {
    return all.stream().filter(other -> other.anchor().equals(lines.anchor())).count() == 1;
  }

  private static <K> List<Map.Entry<K, List<HeaderPath>>> mostCommonFirst(
      Map<K, List<HeaderPath>> files) {
    return files.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<K, List<HeaderPath>> e) -> e.getValue().size())
                .reversed()
                .thenComparing(e -> e.getKey().toString()))
        .toList();
  }
}
