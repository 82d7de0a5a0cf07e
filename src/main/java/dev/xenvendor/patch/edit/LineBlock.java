package dev.xenvendor.patch.edit;

import dev.xenvendor.c.token.CodeLines;
import dev.xenvendor.patch.Anchor;
import dev.xenvendor.patch.ContinuationSpacing;
import dev.xenvendor.patch.text.TextLines;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lines that belong together at a place, at least one of them not blank. They are there if all of
 * them are; blank lines at the ends of the block are added where they are missing. A line that
 * defines a macro is there whatever its comment is: upstream adopts a definition, not a comment.
 */
record LineBlock(List<String> lines) {

  /** A part of the block, from {@code begin} to before {@code end}. */
  private record Part(int begin, int end) {

    int length() {
      return end - begin;
    }
  }

  private static final Part NONE = new Part(0, 0);

  /** Inserts the block after the place, or completes the part of it that is there. */
  void putAfter(TextLines text, int place) {
    Part there = longest(text, place, false);
    text.insert(place + there.length(), lines.subList(there.end(), lines.size()));
    text.insert(place, lines.subList(0, there.begin()));
  }

  /** Puts the block before the place, or makes whole what ends there. */
  void putBefore(TextLines text, int place) {
    Part there = longest(text, place, true);
    text.insert(place, lines.subList(there.end(), lines.size()));
    text.insert(place - there.length(), lines.subList(0, there.begin()));
  }

  /**
   * Returns the part of the block that is at a place: all of it, or all but blank lines at its
   * ends. Any shorter part may as well be other lines that look the same, such as an {@code
   * #endif}.
   */
  private Part longest(TextLines text, int place, boolean before) {
    int first = 0;
    while (lines.get(first).isBlank()) {
      first++;
    }
    int last = lines.size();
    while (lines.get(last - 1).isBlank()) {
      last--;
    }
    for (int length = lines.size(); length >= last - first; length--) {
      for (int begin = 0; begin <= first; begin++) {
        int end = begin + length;
        int at = before ? place - length : place;
        if (end >= last && end <= lines.size() && stands(text, at, begin, length)) {
          return new Part(begin, end);
        }
      }
    }
    return before ? new Part(lines.size(), lines.size()) : NONE;
  }

  private static boolean isSame(String line, String wanted) {
    return ContinuationSpacing.same(line, wanted) || isSameDefinition(line, wanted);
  }

  /** Returns whether two lines define a macro alike, with other comments or spacing. */
  private static boolean isSameDefinition(String line, String wanted) {
    return Anchor.defined(wanted.stripTrailing()).isPresent()
        && isComplete(line)
        && isComplete(wanted)
        && code(line).equals(code(wanted));
  }

  private static boolean isComplete(String line) {
    return !line.stripTrailing().endsWith("\\") && line.lastIndexOf("/*") <= line.lastIndexOf("*/");
  }

  private static List<String> code(String line) {
    return CodeLines.of(line.getBytes(StandardCharsets.ISO_8859_1));
  }

  private boolean stands(TextLines text, int at, int begin, int length) {
    for (int i = 0; i < length; i++) {
      int line = at + i;
      String wanted = TextLines.latin1(lines.get(begin + i));
      if (line < 0 || line >= text.size() || !isSame(text.get(line), wanted)) {
        return false;
      }
    }
    return true;
  }
}
