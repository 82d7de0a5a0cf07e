package dev.xenvendor.patch.text;

import dev.xenvendor.c.token.ByteRange;
import dev.xenvendor.c.token.CTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tokens as they occur in prose: whole words on one line, whatever blanks are between them. */
public final class WordSequence {

  private static final String WORD = "[A-Za-z0-9_$]";

  private final Pattern pattern;

  public WordSequence(CTokens tokens) {
    StringBuilder regex = new StringBuilder();
    String last = "";
    for (int token = tokens.significant(0);
        token < tokens.size();
        token = tokens.significant(token + 1)) {
      String spelling = tokens.spelling(token);
      if (last.isEmpty()) {
        regex.append(isWord(spelling, 0) ? "(?<!" + WORD + ")" : "");
      } else {
        boolean words = isWord(last, last.length() - 1) && isWord(spelling, 0);
        regex.append(words ? "[ \\t]+" : "[ \\t]*");
      }
      regex.append(Pattern.quote(spelling));
      last = spelling;
    }
    regex.append(!last.isEmpty() && isWord(last, last.length() - 1) ? "(?!" + WORD + ")" : "");
    this.pattern = Pattern.compile(regex.toString());
  }

  private static boolean isWord(String text, int at) {
    return text.substring(at, at + 1).matches(WORD);
  }

  /**
   * Returns the offsets of the words in a text.
   *
   * @param offset where the text itself begins
   */
  public List<ByteRange> in(String text, int offset) {
    List<ByteRange> places = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      places.add(new ByteRange(offset + matcher.start(), offset + matcher.end()));
    }
    return places;
  }
}
