package dev.xenvendor.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class SpellingSuggestion {

  private SpellingSuggestion() {}

  /** The shortest beginning that is taken for the whole word. */
  private static final int SHORTEST_BEGINNING = 4;

  /**
   * The candidate that takes the fewest typing mistakes, if it takes only a few; else the only one
   * that the word begins.
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    int most = Math.max(1, word.length() / 3);
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(candidate -> distance(word, candidate) <= most)
        .or(() -> begunBy(word, candidates));
  }

  private static Optional<String> begunBy(String word, Collection<String> candidates) {
    List<String> begun = candidates.stream().filter(each -> each.startsWith(word)).toList();
    return begun.size() == 1 && word.length() >= SHORTEST_BEGINNING
        ? Optional.of(begun.get(0))
        : Optional.empty();
  }

  /** The end of a message about an unknown word: which candidate was meant; empty for none. */
  public static String question(String word, Collection<String> candidates) {
    return to(word, candidates).map(meant -> ", did you mean '" + meant + "'?").orElse("");
  }

  /** Insertions, deletions, replacements and swaps of neighbours from one word to the other. */
  private static int distance(String a, String b) {
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        int replaced = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        rows[i][j] = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        if (i > 1 && j > 1 && areSwapped(a, i, b, j)) {
          rows[i][j] = Math.min(rows[i][j], 1 + rows[i - 2][j - 2]);
        }
      }
    }
    return rows[a.length()][b.length()];
  }

  private static boolean areSwapped(String a, int i, String b, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
