package dev.xenvendor.report.html;

import java.util.List;

/**
 * A unified diff.
 *
 * @param lines as many as are shown
 * @param more how many are not
 */
record DiffBlock(String title, List<String> lines, int more) {

  static DiffBlock of(String title, List<String> lines, int longest) {
    int shown = Math.min(lines.size(), longest);
    return new DiffBlock(title, lines.subList(0, shown), lines.size() - shown);
  }

  Fields fields() {
    return new Fields()
        .put("title", title)
        .put("lines", lines.stream(), DiffBlock::fields)
        .put("more", more > 0 ? more : List.of());
  }

  private static Fields fields(String line) {
    return new Fields().put("kind", kind(line)).put("text", line);
  }

  private static String kind(String line) {
    if (line.startsWith("@@") || line.startsWith("--- ") || line.startsWith("+++ ")) {
      return "place";
    }
    return line.startsWith("+") ? "added" : line.startsWith("-") ? "removed" : "same";
  }
}
