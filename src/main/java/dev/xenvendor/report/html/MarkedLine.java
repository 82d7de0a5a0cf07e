package dev.xenvendor.report.html;

import dev.xenvendor.diff.WordDiff;
import dev.xenvendor.diff.WordDiff.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line in pieces, in which the words that other lines lack are marked.
 *
 * @param pieces from left to right; their concatenation is the line
 */
record MarkedLine(List<Piece> pieces) {

  /** The looks of a piece. */
  private enum Look {
    PLAIN,
    CHANGED,
    /** The blanks that put a trailing backslash into its column; they take little room. */
    PAD
  }

  private record Piece(String text, Look look) {

    Fields fields() {
      return new Fields()
          .put("text", text)
          .put("changed", look == Look.CHANGED)
          .put("pad", look == Look.PAD)
          .put("plain", look == Look.PLAIN);
    }
  }

  /** A line that the next one continues, as in a macro. */
  private static final Pattern CONTINUED = Pattern.compile("(.*?)(\\s{2,})(\\\\\\s*)");

  static MarkedLine of(String line, List<String> others) {
    Matcher continued = CONTINUED.matcher(line);
    if (!continued.matches()) {
      return new MarkedLine(marked(line, others));
    }
    List<String> heads = others.stream().map(MarkedLine::withoutContinuation).toList();
    List<Piece> pieces = marked(continued.group(1), heads);
    pieces.add(new Piece(continued.group(2), Look.PAD));
    pieces.add(new Piece(continued.group(3), Look.PLAIN));
    return new MarkedLine(pieces);
  }

  private static String withoutContinuation(String line) {
    Matcher continued = CONTINUED.matcher(line);
    return continued.matches() ? continued.group(1) : line;
  }

  private static List<Piece> marked(String line, List<String> others) {
    BitSet changed = new BitSet();
    others.forEach(
        other -> spans(other, line).forEach(span -> changed.set(span.begin(), span.end())));
    List<Piece> pieces = new ArrayList<>();
    for (int begin = 0; begin < line.length(); ) {
      boolean isChanged = changed.get(begin);
      int end = isChanged ? changed.nextClearBit(begin) : changed.nextSetBit(begin);
      end = end < 0 ? line.length() : Math.min(end, line.length());
      pieces.add(new Piece(line.substring(begin, end), isChanged ? Look.CHANGED : Look.PLAIN));
      begin = end;
    }
    return pieces;
  }

  /** Blanks of another length are only marked where nothing else differs. */
  private static List<Span> spans(String other, String line) {
    List<Span> all = WordDiff.changed(other, line);
    List<Span> words =
        all.stream().filter(s -> !line.substring(s.begin(), s.end()).isBlank()).toList();
    return words.isEmpty() ? all : words;
  }

  List<Fields> fields() {
    return pieces.stream().map(Piece::fields).toList();
  }
}
