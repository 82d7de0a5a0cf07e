package dev.xenvendor.patch;

import java.util.List;

/**
 * Lines that are to stand together at a place. Of what stands there already the longest part
 * counts, so that a block half there is made whole; blank lines alone prove nothing.
 */
record LineBlock(List<String> lines) {

  /** A part of the block, from {@code begin} to before {@code end}. */
  private record Part(int begin, int end) {

    int length() {
      return end - begin;
    }
  }

  private static final Part NONE = new Part(0, 0);

  /** Puts the block behind the place, or makes whole what begins there. */
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

  private Part longest(TextLines text, int place, boolean before) {
    for (int length = lines.size(); length > 0; length--) {
      for (int begin = 0; begin + length <= lines.size(); begin++) {
        int at = before ? place - length : place;
        if (stands(text, at, begin, length)) {
          return new Part(begin, begin + length);
        }
      }
    }
    return before ? new Part(lines.size(), lines.size()) : NONE;
  }

  private boolean stands(TextLines text, int at, int begin, int length) {
    boolean proof = false;
    for (int i = 0; i < length; i++) {
      int line = at + i;
      String wanted = TextLines.latin1(lines.get(begin + i));
      if (line < 0 || line >= text.size() || !ContinuationSpacing.same(text.get(line), wanted)) {
        return false;
      }
      proof |= !wanted.isBlank();
    }
    return proof;
  }
}
