package dev.xenvendor.conflict;

import dev.xenvendor.c.token.CodeLines;
import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.tree.Lines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds hunks whose vendor text contains local's edit: a backport that upstream developed further.
 * Ignores white space and comments.
 */
final class BackportDetector {

  /** A line of fewer tokens, such as a closing brace or an {@code #endif}, proves nothing. */
  private static final int TELLING = 3;

  private final List<String> base;
  private final List<String> local;
  private final List<String> vendor;
  private final List<String> vendorFile;

  private BackportDetector(Hunk hunk, byte[] vendorFile) {
    this.base = CodeLines.of(hunk.base().text());
    this.local = CodeLines.of(hunk.local().text());
    this.vendor = CodeLines.of(hunk.vendor().text());
    this.vendorFile = CodeLines.of(vendorFile);
  }

  /**
   * Returns whether the hunk's vendor text has each line that local added, in order, and the
   * vendor's file none that local removed; upstream may have moved those out of the hunk.
   */
  static boolean isIn(Hunk hunk, byte[] vendorFile) {
    return new BackportDetector(hunk, vendorFile).isContained();
  }

  private boolean isContained() {
    Set<Integer> added = new HashSet<>();
    List<String> changed = new ArrayList<>();
    for (LineEdit edit : LineDiff.between(bytes(base), bytes(local))) {
      List<String> removed = base.subList(edit.beforeBegin(), edit.beforeEnd());
      if (removed.stream().anyMatch(this::isInVendor)) {
        return false;
      }
      changed.addAll(removed);
      changed.addAll(local.subList(edit.afterBegin(), edit.afterEnd()));
      for (int line = edit.afterBegin(); line < edit.afterEnd(); line++) {
        added.add(line);
      }
    }
    return changed.stream().anyMatch(BackportDetector::isTelling)
        && keptByVendor().containsAll(added);
  }

  private boolean isInVendor(String line) {
    return vendor.contains(line) || (isTelling(line) && vendorFile.contains(line));
  }

  private static boolean isTelling(String line) {
    return line.split(" ").length >= TELLING;
  }

  /** The lines of local, counted from 0, that the vendor's text has in the same order. */
  private Set<Integer> keptByVendor() {
    Set<Integer> kept = new HashSet<>();
    LineEdit.forEachKept(
        LineDiff.between(bytes(local), bytes(vendor)),
        local.size(),
        (line, same) -> kept.add(line));
    return kept;
  }

  private static byte[] bytes(List<String> lines) {
    return Lines.bytes(lines.stream().map(line -> line + '\n').toList());
  }
}
