package dev.xenvendor.report.html;

import dev.xenvendor.conflict.Explanation.Suggestion;
import dev.xenvendor.conflict.HunkContext;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.conflict.OpenConflict.OpenHunk;
import dev.xenvendor.conflict.OpenDecision;
import dev.xenvendor.conflict.Resolution;
import dev.xenvendor.diff.UnifiedDiff;
import dev.xenvendor.merge.Breakage;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Side;
import dev.xenvendor.report.conflict.ConflictPhrases;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.Lines;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing to decide, with what the page shows of it.
 *
 * @param shortPath the path as seen from the headers' folder
 * @param predicted whether the merge has not been made, so that nothing can be resolved yet
 */
record ConflictItem(OpenDecision decision, String shortPath, boolean predicted) {

  /** In lines. */
  private static final int LONGEST = 400;

  /** The lines around a change in a diff. */
  private static final int CONTEXT = 3;

  /** Returns why it conflicts, in a few words that other conflicts share. */
  String cause() {
    return decision.cause().name();
  }

  private OpenConflict conflict() {
    return decision.conflict();
  }

  String kind() {
    return conflict().kind().word();
  }

  /**
   * Returns the fields of the item.
   *
   * @param anchor its place among the items, counted from 1
   */
  Fields fields(int anchor) {
    OpenConflict conflict = conflict();
    Optional<OpenHunk> hunk = decision.hunk();
    Optional<Integer> line = hunk.flatMap(OpenHunk::line);
    List<ResolveChoice> choices = choices().toList();
    return new Fields()
        .put("anchor", anchor)
        .put("number", decision.number().toString())
        .put("kind", conflict.kind().word())
        .put("cause", cause())
        .put("suggested", decision.suggestion().isPresent())
        .put("reason", Optional.of(cause()).filter(c -> !c.equals(conflict.kind().word())))
        .put("path", conflict.path().value())
        .put("folder", PathParts.folder(conflict.path()))
        .put("name", conflict.path().name() + line.map(l -> ":" + l).orElse(""))
        .put("what", hunk.isEmpty() ? Optional.of(whatHappened()) : Optional.empty())
        .put("breakages", conflict.breakages().stream(), ConflictItem::fields)
        .put("sides", hunk.map(this::sides), SideTable::fields)
        .put("diff", hunk.isEmpty() ? diff() : Optional.empty(), DiffBlock::fields)
        .put("edited", conflict.edited())
        .put("unmarked", hunk.filter(open -> open.line().isEmpty()).isPresent())
        .put("why", new CauseFields(conflict, decision.explanation()).fields())
        .put("place", hunk.flatMap(this::construct))
        .put("hasChoices", !choices.isEmpty())
        .put("choices", choices.stream(), ResolveChoice::fields);
  }

  private static Fields fields(Breakage breakage) {
    return new Fields()
        .put("what", breakage.what())
        .put("places", breakage.places().stream(), ConflictItem::fields);
  }

  private static Fields fields(Breakage.Place place) {
    return new Fields()
        .put("line", place.line())
        .put("text", place.text())
        .put("header", place.elsewhere())
        .put("side", place.side().map(Side::word));
  }

  private String whatHappened() {
    return ConflictPhrases.whatHappened(conflict());
  }

  private Optional<String> construct(OpenHunk open) {
    return HunkContext.of(conflict(), open.hunk(), 0).construct().map(name -> "in " + name);
  }

  private SideTable sides(OpenHunk open) {
    return new SideTable(open.hunk(), side -> conflict().file(side).map(HeaderFile::bytes));
  }

  /** Returns what one side made of the file that the other side gave up. */
  private Optional<DiffBlock> diff() {
    Optional<Side> changed =
        switch (conflict().kind()) {
          case MODIFY_DELETE -> Optional.of(Side.LOCAL);
          case DELETE_MODIFY, PATCH_DOES_NOT_APPLY -> Optional.of(Side.VENDOR);
          default -> Optional.empty();
        };
    return changed.flatMap(
        side ->
            text(side).flatMap(after -> text(Side.BASE).map(before -> diff(side, before, after))));
  }

  private Optional<List<String>> text(Side side) {
    return conflict()
        .file(side)
        .filter(file -> file.mode().isFile())
        .map(HeaderFile::bytes)
        .filter(bytes -> !Lines.isBinary(bytes))
        .map(bytes -> Phrases.text(bytes).lines().toList());
  }

  private static DiffBlock diff(Side side, List<String> before, List<String> after) {
    List<String> lines = UnifiedDiff.between("base", side.word(), before, after, CONTEXT);
    return DiffBlock.of("What " + side.word() + " changed", lines, LONGEST);
  }

  private Stream<ResolveChoice> choices() {
    return predicted ? Stream.empty() : decision.choices().stream().map(this::choice);
  }

  private ResolveChoice choice(Resolution taken) {
    ResolveChoice choice =
        new ResolveChoice(
            taken.word(),
            "xenvendor resolve " + decision.number(),
            decision.hunk().map(open -> lines(open.hunk(), taken)),
            Optional.empty());
    if (taken == Resolution.SUGGESTED) {
      return choice.with(decision.suggestion().map(ConflictItem::how).orElseThrow());
    }
    return decision.hunk().isPresent()
        ? choice
        : choice.with(
            taken.side().flatMap(conflict()::pathOn).isEmpty()
                ? "delete the file"
                : "keep the file");
  }

  private List<String> lines(Hunk hunk, Resolution taken) {
    byte[] text =
        switch (taken) {
          case LOCAL, VENDOR, BASE -> hunk.of(taken.side().orElseThrow()).text();
          case BOTH -> Lines.joined(hunk.local().text(), hunk.vendor().text());
          case SUGGESTED -> decision.suggestion().map(Suggestion::text).orElseThrow();
        };
    return Phrases.text(text).lines().toList();
  }

  private static String how(Suggestion suggestion) {
    return suggestion.how() + (suggestion.check().isEmpty() ? "" : " (" + suggestion.check() + ")");
  }
}
