package dev.xenvendor.patch.residue;

import dev.xenvendor.patch.text.Directives;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An insertion as it reads at another place. Where the line before an inserted block is the same as
 * the block's last one, the block may as well begin with that line, one line further up; a
 * difference does not show which of the two was meant.
 */
public final class ShiftedInsertion {

  private ShiftedInsertion() {}

  /**
   * The inserted lines, if they make the same text when they are put at a place of the release's.
   *
   * @param released the lines of the release's file
   * @param place before which of them, counted from 0
   */
  public static Optional<List<String>> at(ResidueHunk hunk, List<String> released, int place) {
    List<String> lines = new ArrayList<>(hunk.after());
    int at = hunk.edit().beforeBegin();
    for (; at > place && released.get(at - 1).equals(lines.get(lines.size() - 1)); at--) {
      Collections.rotate(lines, 1);
    }
    for (; at < place && released.get(at).equals(lines.get(0)); at++) {
      Collections.rotate(lines, -1);
    }
    return at == place && Directives.areBalanced(lines)
        ? Optional.of(List.copyOf(lines))
        : Optional.empty();
  }
}
