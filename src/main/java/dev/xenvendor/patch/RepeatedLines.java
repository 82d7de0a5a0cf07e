package dev.xenvendor.patch;

import dev.xenvendor.c.token.HeaderStructure;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.Lines;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds files in which a patch would only insert lines that they already contain elsewhere, and so
 * define names twice. Upstream has adopted such a patch.
 */
final class RepeatedLines {

  private RepeatedLines() {}

  /** The files of an outcome in which the patch repeats what was there. */
  static Set<HeaderPath> in(ChangeOutcome outcome, HeaderTree before) {
    Set<HeaderPath> repeated = new HashSet<>();
    outcome
        .edits()
        .forEach(
            (path, edit) -> {
              if (edit instanceof FileEdit.Changed changed
                  && HeaderStructure.isC(path)
                  && before
                      .get(path)
                      .map(HeaderFile::bytes)
                      .filter(text -> isRepeated(text, changed.text()))
                      .isPresent()) {
                repeated.add(path);
              }
            });
    return repeated;
  }

  /** An outcome with what holds in those files without an edit. */
  static ChangeOutcome holding(ChangeOutcome outcome, Set<HeaderPath> files) {
    SortedMap<HeaderPath, FileEdit> edits = new TreeMap<>(outcome.edits());
    files.forEach(path -> edits.put(path, new FileEdit.Holds()));
    return new ChangeOutcome(outcome.tree(), edits, outcome.taken());
  }

  private static boolean isRepeated(byte[] before, byte[] after) {
    List<String> old = Lines.text(before);
    List<String> now = Lines.text(after);
    int inserted = now.size() - old.size();
    if (inserted <= 0) {
      return false;
    }
    for (int at = commonStart(old, now); at >= 0 && isInsertion(old, now, at); at--) {
      List<String> block = Lines.withoutBlankEnds(now.subList(at, at + inserted));
      if (!block.isEmpty() && Collections.indexOfSubList(old, block) >= 0) {
        HeaderStructure structure = HeaderStructure.of(before);
        return !HeaderStructure.of(after).faultsBeyond(List.of(structure)).isEmpty();
      }
    }
    return false;
  }

  private static int commonStart(List<String> old, List<String> now) {
    int at = 0;
    while (at < old.size() && old.get(at).equals(now.get(at))) {
      at++;
    }
    return at;
  }

  /**
   * Returns whether one text is the other with a block at a line; the lines before it are the same.
   */
  private static boolean isInsertion(List<String> old, List<String> now, int at) {
    return old.subList(at, old.size())
        .equals(now.subList(now.size() - (old.size() - at), now.size()));
  }
}
