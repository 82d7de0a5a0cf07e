package dev.xenvendor.report.html;

import dev.xenvendor.conflict.ConflictNumber;
import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.conflict.MergeConflict;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.conflict.resolve.ResolvedDecision;
import dev.xenvendor.diff.UnifiedDiff;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Side;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.resolution.ResolutionOrigin;
import dev.xenvendor.resolution.ResolvedTexts;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A resolved hunk or whole file.
 *
 * @param hunk empty for a whole file
 * @param decision the result, if it is known
 */
record ResolvedItem(
    ConflictNumber number,
    MergeConflict conflict,
    Optional<Hunk> hunk,
    Optional<ResolvedDecision> decision) {

  /** In lines. */
  private static final int LONGEST = 400;

  /** The lines around a change in a diff. */
  private static final int CONTEXT = 3;

  /**
   * Returns all that is resolved of a merge, in the order of the conflicts.
   *
   * @param decisions what was made of it, as far as that can be told
   */
  static List<ResolvedItem> in(ConflictsReport report, List<ResolvedDecision> decisions) {
    List<ResolvedItem> settled = new ArrayList<>();
    for (MergeConflict conflict : report.settled()) {
      List<ResolvedItem> known = known(conflict, decisions);
      settled.addAll(known.isEmpty() ? List.of(unknown(conflict, Optional.empty())) : known);
    }
    for (OpenConflict open : report.conflicts()) {
      settled.addAll(settledHunks(open, known(open.conflict(), decisions)));
    }
    return settled;
  }

  private static List<ResolvedItem> known(
      MergeConflict conflict, List<ResolvedDecision> decisions) {
    return decisions.stream()
        .filter(decision -> decision.conflict().number() == conflict.number())
        .map(d -> new ResolvedItem(d.number(), d.conflict(), d.hunk(), Optional.of(d)))
        .toList();
  }

  private static ResolvedItem unknown(MergeConflict conflict, Optional<Hunk> hunk) {
    int number = conflict.number();
    return new ResolvedItem(
        hunk.map(one -> ConflictNumber.of(number, one.number()))
            .orElseGet(() -> ConflictNumber.of(number)),
        conflict,
        hunk,
        Optional.empty());
  }

  private static List<ResolvedItem> settledHunks(OpenConflict open, List<ResolvedItem> known) {
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
        .put("before", decision.flatMap(ResolvedDecision::before).map(ResolutionOrigin::words))
        .put("sides", hunk.map(this::sides), SideTable::fields)
        .put("text", result().filter(text -> !text.isEmpty()))
        .put("nothing", result().filter(String::isEmpty).isPresent())
        .put("diff", diff(), DiffBlock::fields);
  }

  private SideTable sides(Hunk settled) {
    return new SideTable(settled, side -> conflict.file(side).map(HeaderFile::bytes));
  }

  private Optional<HeaderFile> file() {
    return decision.map(ResolvedDecision::texts).flatMap(ResolvedItem::file);
  }

  private static Optional<HeaderFile> file(ResolvedTexts texts) {
    HeaderPath path = texts.texts().path();
    return Optional.ofNullable(texts.results().get(path)).filter(file -> file.mode().isFile());
  }

  /** The lines that replace the hunk. */
  private Optional<String> result() {
    return hunk.flatMap(h -> file()).map(file -> String.join("\n", lines(file)));
  }

  /** Returns what was made of a whole file, if that is neither side's. */
  private Optional<DiffBlock> diff() {
    boolean isEdited = decision.filter(d -> d.texts().taken().equals("edited")).isPresent();
    if (hunk.isPresent() || !isEdited) {
      return Optional.empty();
    }
    List<String> vendor = conflict.file(Side.VENDOR).map(ResolvedItem::lines).orElse(List.of());
    return file()
        .filter(file -> !Lines.isBinary(file.bytes()))
        .map(ResolvedItem::lines)
        .map(lines -> UnifiedDiff.between(Side.VENDOR.word(), "result", vendor, lines, CONTEXT))
        .map(lines -> DiffBlock.of("The result, against the vendor's file", lines, LONGEST));
  }

  private static List<String> lines(HeaderFile file) {
    return Phrases.text(file.bytes()).lines().toList();
  }
}
