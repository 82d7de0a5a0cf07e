package dev.xenvendor.cvs.thirdparty;

import dev.xenvendor.cvs.thirdparty.ThirdPartyFile.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The place of a name among others that are mostly in order. What counts as the order is the
 * longest alphabetical sequence of them; entries out of order are skipped.
 */
final class AlphabeticalPosition {

  private AlphabeticalPosition() {}

  /** Returns the entry after which the name belongs; empty at the top. */
  static Optional<Entry> before(List<Entry> entries, String name) {
    return longestSequence(entries).stream()
        .filter(entry -> entry.name().compareToIgnoreCase(name) <= 0)
        .reduce((first, second) -> second);
  }

  private static List<Entry> longestSequence(List<Entry> entries) {
    int[] length = new int[entries.size()];
    int[] previous = new int[entries.size()];
    int best = -1;
    for (int i = 0; i < entries.size(); i++) {
      length[i] = 1;
      previous[i] = -1;
      for (int j = 0; j < i; j++) {
        boolean inOrder = entries.get(j).name().compareToIgnoreCase(entries.get(i).name()) <= 0;
        if (inOrder && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          previous[i] = j;
        }
      }
      if (best < 0 || length[i] > length[best]) {
        best = i;
      }
    }
    List<Entry> sequence = new ArrayList<>();
    for (int i = best; i >= 0; i = previous[i]) {
      sequence.add(entries.get(i));
    }
    Collections.reverse(sequence);
    return sequence;
  }
}
