package dev.xenvendor.patch.text;

import dev.xenvendor.c.token.CToken.Kind;
import dev.xenvendor.c.token.CTokens;
import java.util.List;

/**
 * The brackets and comments that lines leave open, and those that they close without opening them.
 *
 * @param closed brackets that close one above
 * @param opened brackets that are closed below
 * @param comments comments that are begun, less those that are ended
 */
public record BracketBalance(String closed, String opened, int comments) {

  public static BracketBalance of(List<String> lines) {
    String text = String.join("\n", lines);
    CTokens tokens = CTokens.of(text);
    StringBuilder closed = new StringBuilder();
    StringBuilder opened = new StringBuilder();
    for (int token = 0; token < tokens.size(); token++) {
      String spelling = tokens.kind(token) == Kind.PUNCTUATOR ? tokens.spelling(token) : "";
      if (spelling.length() == 1 && "([{".contains(spelling)) {
        opened.append(spelling);
      } else if (spelling.length() == 1 && ")]}".contains(spelling)) {
        if (opened.length() > 0) {
          opened.setLength(opened.length() - 1);
        } else {
          closed.append(spelling);
        }
      }
    }
    return new BracketBalance(
        closed.toString(), opened.toString(), count(text, "/*") - count(text, "*/"));
  }

  private static int count(String text, String sought) {
    int count = 0;
    for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 2)) {
      count++;
    }
    return count;
  }
}
