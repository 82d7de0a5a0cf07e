package dev.xenvendor.patch.propose;

import dev.xenvendor.c.token.ByteRange;
import dev.xenvendor.c.token.CToken;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.patch.ContinuationSpacing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tokens that a tree has instead of others.
 *
 * @param from at least one name among them; a number or a sign alone may mean anything
 */
record TokenPair(String from, String to) {

  /** A word shorter than this is shared by chance. */
  private static final int SHORTEST_WORD = 3;

  /** A run of tokens from {@code begin} to before {@code end} instead of another. */
  private record Chunk(int begin, int end, int newBegin, int newEnd) {}

  /**
   * The pairs by which one line becomes another; none where it takes more than that. White space
   * before a continuation is no part of the edit.
   */
  static List<TokenPair> between(String oldLine, String newLine) {
    String before = ContinuationSpacing.without(oldLine);
    String after = ContinuationSpacing.without(newLine);
    List<TokenPair> pairs = pairs(before, after);
    return pairs.isEmpty() && !before.equals(after)
        ? pairs(withoutMarks(before), withoutMarks(after))
        : pairs;
  }

  /** The line with its comments as if they were code. */
  private static String withoutMarks(String line) {
    return line.replace("/*", "  ")
        .replace("*/", "  ")
        .replace("//", "  ")
        .replaceAll("['\"]", " ");
  }

  private static List<TokenPair> pairs(String before, String after) {
    CTokens old = CTokens.of(before);
    CTokens now = CTokens.of(after);
    List<CToken> a = significant(old);
    List<CToken> b = significant(now);
    List<TokenPair> pairs = new ArrayList<>();
    int at = 0;
    int newAt = 0;
    for (Chunk chunk : chunks(a, b)) {
      if (chunk.begin == chunk.end
          || chunk.newBegin == chunk.newEnd
          || a.subList(chunk.begin, chunk.end).stream().noneMatch(TokenPair::isName)) {
        return List.of();
      }
      // A call without arguments is replaced as a whole: mb() and not every mb.
      boolean call = isEmptyCall(a, chunk.end) && isEmptyCall(b, chunk.newEnd);
      ByteRange from = range(a.subList(chunk.begin, chunk.end + (call ? 2 : 0)));
      ByteRange to = range(b.subList(chunk.newBegin, chunk.newEnd + (call ? 2 : 0)));
      if (!before.substring(at, from.start()).equals(after.substring(newAt, to.start()))) {
        return List.of();
      }
      at = from.end();
      newAt = to.end();
      pairs.add(new TokenPair(old.normal(from), now.text(to)));
    }
    return before.substring(at).equals(after.substring(newAt)) ? pairs : List.of();
  }

  private static boolean isEmptyCall(List<CToken> tokens, int at) {
    return at + 1 < tokens.size()
        && tokens.get(at).text().equals("(")
        && tokens.get(at + 1).text().equals(")");
  }

  private static boolean isName(CToken token) {
    return token.kind() == CToken.Kind.IDENTIFIER;
  }

  private static List<CToken> significant(CTokens tokens) {
    return tokens.stream().filter(token -> token.kind().isSignificant()).toList();
  }

  private static ByteRange range(List<CToken> tokens) {
    return new ByteRange(
        tokens.get(0).range().start(), tokens.get(tokens.size() - 1).range().end());
  }

  /**
   * The runs that differ, by the longest common subsequence of the tokens. Of several that are
   * equally long, the one that puts runs instead of others; a library's Myers difference often
   * takes one that removes here and inserts there.
   */
  private static List<Chunk> chunks(List<CToken> a, List<CToken> b) {
    int[][] common = commonLengths(a, b);
    List<Chunk> chunks = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      int begin = i;
      int newBegin = j;
      while ((i < a.size() || j < b.size()) && !isCommon(a, b, common, i, j)) {
        if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
          i++;
        } else {
          j++;
        }
      }
      if (i > begin || j > newBegin) {
        chunks.add(new Chunk(begin, i, newBegin, j));
      }
      i = Math.min(i + 1, a.size());
      j = Math.min(j + 1, b.size());
    }
    return chunks;
  }

  private static boolean isCommon(List<CToken> a, List<CToken> b, int[][] common, int i, int j) {
    return i < a.size()
        && j < b.size()
        && same(a.get(i), b.get(j))
        && common[i][j] == common[i + 1][j + 1] + 1;
  }

  private static int[][] commonLengths(List<CToken> a, List<CToken> b) {
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            same(a.get(i), b.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static boolean same(CToken a, CToken b) {
    return a.text().equals(b.text());
  }

  /**
   * Returns whether the two have a word in common, so that one is likely to be the other's new
   * name.
   */
  boolean isRelated() {
    Set<String> ours = words(to);
    return words(from).stream()
        .anyMatch(word -> ours.stream().anyMatch(o -> o.contains(word) || word.contains(o)));
  }

  /**
   * Returns whether it is one of a series with another, as {@code wmb()} is beside {@code mb()}.
   */
  boolean isLike(TokenPair other) {
    return commonEnds(from, other.from) >= SHORTEST_WORD
        && commonEnds(to, other.to) > SHORTEST_WORD;
  }

  private static int commonEnds(String a, String b) {
    int most = Math.min(a.length(), b.length());
    int start = 0;
    while (start < most && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < most - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    return start + end;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
        .filter(word -> word.length() >= SHORTEST_WORD)
        .forEach(words::add);
    return words;
  }
}
