package dev.xenvendor.patch;

import dev.xenvendor.patch.definition.MovedDefinitions;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.SortedMap;

/**
 * A tree with a change applied.
 *
 * @param edits the effect on each file of the change
 * @param taken the definitions that were cut out, to be inserted elsewhere
 */
public record ChangeOutcome(
    HeaderTree tree, SortedMap<HeaderPath, FileEdit> edits, List<MovedDefinitions> taken) {

  ChangeOutcome(HeaderTree tree, SortedMap<HeaderPath, FileEdit> edits) {
    this(tree, edits, List.of());
  }

  /** Returns whether the change is there, in at least one file. */
  public boolean applies() {
    return edits.values().stream().anyMatch(FileEdit::isThere);
  }
}
