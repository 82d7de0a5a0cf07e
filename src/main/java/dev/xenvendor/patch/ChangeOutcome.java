package dev.xenvendor.patch;

import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A tree with a change made in it.
 *
 * @param edits what happened to each file that the change is about
 * @param taken the definitions that were taken out to be put elsewhere
 */
public record ChangeOutcome(
    HeaderTree tree, SortedMap<HeaderPath, FileEdit> edits, List<MovedDefinitions> taken) {

  ChangeOutcome(HeaderTree tree, SortedMap<HeaderPath, FileEdit> edits) {
    this(tree, edits, List.of());
  }

  /** Whether the change is there, in at least one file. */
  public boolean applies() {
    return edits.values().stream().anyMatch(ChangeOutcome::isThere);
  }

  /** Whether nothing was to do in a file, since the change is made. */
  static boolean holds(@Nullable FileEdit edit) {
    return edit instanceof FileEdit.Holds || edit instanceof FileEdit.Elsewhere;
  }

  static boolean isThere(FileEdit edit) {
    return edit instanceof FileEdit.Changed
        || edit instanceof FileEdit.Removed
        || edit instanceof FileEdit.Holds
        || edit instanceof FileEdit.Elsewhere;
  }
}
