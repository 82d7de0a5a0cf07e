package dev.xenvendor.c.token;

import dev.xenvendor.c.token.CToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Reads the code of a text, without comments and white space. */
public final class CodeLines {

  private CodeLines() {}

  /**
   * Returns the lines that hold code, with one space between tokens. Continued lines are one; line
   * ends count, because they end directives.
   */
  public static List<String> of(byte[] text) {
    List<String> lines = new ArrayList<>();
    StringJoiner line = new StringJoiner(" ");
    for (CToken token : CTokens.of(text)) {
      if (token.kind().isSignificant()) {
        line.add(token.text());
      } else if (token.kind() == Kind.NEWLINE && line.length() > 0) {
        lines.add(line.toString());
        line = new StringJoiner(" ");
      }
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return lines;
  }
}
