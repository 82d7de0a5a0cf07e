package dev.xenvendor.report.html;

import dev.xenvendor.conflict.ConflictNumber;
import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.conflict.MergeConflict;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.tree.HeaderFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that is decided already: a hunk of a file with others that are not, or a whole file.
 *
 * @param sides of a hunk
 */
record SettledItem(ConflictNumber number, MergeConflict conflict, Optional<SideTable> sides) {

  /** Returns all that is settled of a merge, in the order of the numbers. */
  static List<SettledItem> in(ConflictsReport report) {
    List<SettledItem> settled = new ArrayList<>();
    report
        .settled()
        .forEach(
            conflict ->
                settled.add(
                    new SettledItem(
                        ConflictNumber.of(conflict.number()), conflict, Optional.empty())));
    report.conflicts().stream()
        .filter(conflict -> !conflict.edited())
        .forEach(
            conflict ->
                conflict.merged().hunks().stream()
                    .filter(hunk -> isSettled(hunk, conflict))
                    .forEach(hunk -> settled.add(of(hunk, conflict))));
    return settled;
  }

  private static boolean isSettled(Hunk hunk, OpenConflict conflict) {
    return conflict.hunks().stream().noneMatch(open -> open.hunk().number() == hunk.number());
  }

  private static SettledItem of(Hunk hunk, OpenConflict conflict) {
    return new SettledItem(
        ConflictNumber.of(conflict.number(), hunk.number()),
        conflict.conflict(),
        Optional.of(new SideTable(hunk, side -> conflict.file(side).map(HeaderFile::bytes))));
  }

  Fields fields() {
    return new Fields()
        .put("number", number.toString())
        .put("kind", conflict.kind().word())
        .put("path", conflict.path().value())
        .put("folder", PathParts.folder(conflict.path()))
        .put("name", conflict.path().name())
        .put("sides", sides, SideTable::fields);
  }
}
