package dev.xenvendor.diff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the words in which two texts differ: identifiers, numbers, blanks, single signs. */
public final class WordDiff {

  private static final Pattern WORD = Pattern.compile("\\w+|\\R|[^\\S\\r\\n]+|\\W");

  /**
   * A part of a text, in characters.
   *
   * @param end exclusive
   */
  public record Span(int begin, int end) {}

  private WordDiff() {}

  /** The parts of the text after that the text before does not have, from left to right. */
  public static List<Span> changed(String before, String after) {
    List<MatchResult> words = words(after);
    List<Span> changed = new ArrayList<>();
    for (LineEdit edit : LineDiff.between(asLines(words(before)), asLines(words))) {
      if (edit.inserted() > 0) {
        int begin = words.get(edit.afterBegin()).start();
        changed.add(new Span(begin, words.get(edit.afterEnd() - 1).end()));
      }
    }
    return changed;
  }

  private static List<MatchResult> words(String text) {
    return WORD.matcher(text).results().toList();
  }

  /** Each word on a line of its own; the end of a line is a word, too. */
  private static byte[] asLines(List<MatchResult> words) {
    StringBuilder lines = new StringBuilder();
    for (MatchResult word : words) {
      String text = word.group();
      boolean isLineEnd = text.equals("\n") || text.equals("\r\n") || text.equals("\r");
      lines.append(isLineEnd ? "\0" : text).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
