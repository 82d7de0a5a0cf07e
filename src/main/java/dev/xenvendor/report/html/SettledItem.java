package dev.xenvendor.report.html;

import dev.xenvendor.conflict.ConflictNumber;
import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.conflict.MergeConflict;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.conflict.SettledDecision;
import dev.xenvendor.diff.UnifiedDiff;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Side;
import dev.xenvendor.report.format.Words;
import dev.xenvendor.resolution.SettledTexts;
import dev.xenvendor.resolution.Settlement;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that is decided already: a hunk, or a whole file.
 *
 * @param hunk empty where it is the file
 * @param decision what was made of it, where that can be told
 */
record SettledItem(
    ConflictNumber number,
    MergeConflict conflict,
    Optional<Hunk> hunk,
    Optional<SettledDecision> decision) {

  /** In lines. */
  private static final int LONGEST = 400;

  /** The lines around a change in a diff. */
  private static final int CONTEXT = 3;

  /**
   * Returns all that is settled of a merge, in the order of the conflicts.
   *
   * @param decisions what was made of it, as far as that can be told
   */
  static List<SettledItem> in(ConflictsReport report, List<SettledDecision> decisions) {
    List<SettledItem> settled = new ArrayList<>();
    for (MergeConflict conflict : report.settled()) {
      List<SettledItem> known = known(conflict, decisions);
      settled.addAll(known.isEmpty() ? List.of(unknown(conflict, Optional.empty())) : known);
    }
    for (OpenConflict open : report.conflicts()) {
      settled.addAll(settledHunks(open, known(open.conflict(), decisions)));
    }
    return settled;
  }

  private static List<SettledItem> known(MergeConflict conflict, List<SettledDecision> decisions) {
    return decisions.stream()
        .filter(decision -> decision.conflict().number() == conflict.number())
        .map(d -> new SettledItem(d.number(), d.conflict(), d.hunk(), Optional.of(d)))
        .toList();
  }

  private static SettledItem unknown(MergeConflict conflict, Optional<Hunk> hunk) {
    int number = conflict.number();
    return new SettledItem(
        hunk.map(one -> ConflictNumber.of(number, one.number()))
            .orElseGet(() -> ConflictNumber.of(number)),
        conflict,
        hunk,
        Optional.empty());
  }

  private static List<SettledItem> settledHunks(OpenConflict open, List<SettledItem> known) {
    if (open.edited() || !known.isEmpty()) {
      return known;
    }
    return open.merged().hunks().stream()
        .filter(hunk -> open.hunks().stream().noneMatch(o -> o.hunk().number() == hunk.number()))
        .map(hunk -> unknown(open.conflict(), Optional.of(hunk)))
        .toList();
  }

  Fields fields() {
    return new Fields()
        .put("number", number.toString())
        .put("kind", conflict.kind().word())
        .put("path", conflict.path().value())
        .put("folder", PathParts.folder(conflict.path()))
        .put("name", conflict.path().name())
        .put("taken", decision.map(d -> d.texts().taken()))
        .put("before", decision.flatMap(SettledDecision::before).map(Settlement::words))
        .put("sides", hunk.map(this::sides), SideTable::fields)
        .put("text", result().filter(text -> !text.isEmpty()))
        .put("nothing", result().filter(String::isEmpty).isPresent())
        .put("diff", diff(), DiffBlock::fields);
  }

  private SideTable sides(Hunk settled) {
    return new SideTable(settled, side -> conflict.file(side).map(HeaderFile::bytes));
  }

  private Optional<HeaderFile> file() {
    return decision.map(SettledDecision::texts).flatMap(SettledItem::file);
  }

  private static Optional<HeaderFile> file(SettledTexts texts) {
    HeaderPath path = texts.texts().path();
    return Optional.ofNullable(texts.results().get(path)).filter(file -> file.mode().isFile());
  }

  /** The lines in the place of the hunk. */
  private Optional<String> result() {
    return hunk.flatMap(h -> file()).map(file -> String.join("\n", lines(file)));
  }

  /** Returns what was made of a whole file, if that is neither side's. */
  private Optional<DiffBlock> diff() {
    boolean isEdited = decision.filter(d -> d.texts().taken().equals("edited")).isPresent();
    if (hunk.isPresent() || !isEdited) {
      return Optional.empty();
    }
    List<String> vendor = conflict.file(Side.VENDOR).map(SettledItem::lines).orElse(List.of());
    return file()
        .filter(file -> !Lines.isBinary(file.bytes()))
        .map(SettledItem::lines)
        .map(lines -> UnifiedDiff.between(Side.VENDOR.word(), "result", vendor, lines, CONTEXT))
        .map(lines -> DiffBlock.of("The result, against the vendor's file", lines, LONGEST));
  }

  private static List<String> lines(HeaderFile file) {
    return Words.text(file.bytes()).lines().toList();
  }
}
