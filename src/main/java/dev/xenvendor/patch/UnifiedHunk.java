package dev.xenvendor.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A hunk of a unified diff.
 *
 * @param line where it starts in the text before, counted from 0
 * @param lines its lines, those that stay among them
 */
record UnifiedHunk(int line, List<Line> lines) {

  /** A line with its mark: a blank where it stays, else {@code -} or {@code +}. */
  record Line(char mark, String text) {}

  private static final Pattern HEADER =
      Pattern.compile("^@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@.*$");

  /** The lines it expects. */
  List<String> before() {
    return without('+');
  }

  /** The lines that take their place. */
  List<String> after() {
    return without('-');
  }

  /**
   * Whether it begins the file: nothing stands above it that it names, and it says that nothing
   * does.
   */
  boolean isAtStart() {
    return line == 0 && lines.get(0).mark() != ' ';
  }

  /**
   * Whether it ends the file, as a hunk does that names no line below it. One without any context
   * tells nothing about where it is.
   */
  boolean isAtEnd() {
    boolean named = lines.get(0).mark() == ' ' || isAtStart();
    return named && lines.get(lines.size() - 1).mark() != ' ';
  }

  private List<String> without(char mark) {
    return lines.stream().filter(line -> line.mark() != mark).map(Line::text).toList();
  }

  /** The hunks of a diff of one file; what stands before the first is skipped. */
  static List<UnifiedHunk> parse(String diff) {
    List<UnifiedHunk> hunks = new ArrayList<>();
    List<String> lines = diff.lines().toList();
    int at = 0;
    while (at < lines.size()) {
      Matcher header = HEADER.matcher(lines.get(at));
      at++;
      if (header.matches()) {
        UnifiedHunk hunk = read(header, lines, at);
        hunks.add(hunk);
        at += body(header, lines, at);
      }
    }
    if (hunks.isEmpty()) {
      throw new IllegalArgumentException("patch holds no hunk (@@ -1,3 +1,4 @@ and its lines)");
    }
    return hunks;
  }

  /** How many lines the header says there are; a line of the file may look like any other. */
  private static int body(Matcher header, List<String> lines, int from) {
    int before = count(header.group(2));
    int after = count(header.group(4));
    int at = from;
    while (at < lines.size() && (before > 0 || after > 0) && !lines.get(at).startsWith("@@")) {
      char mark = markOf(lines.get(at));
      before -= mark == '+' || mark == '\\' ? 0 : 1;
      after -= mark == '-' || mark == '\\' ? 0 : 1;
      at++;
    }
    while (at < lines.size() && goesOn(lines, at)) {
      at++;
    }
    return at - from;
  }

  /** Whether a line behind the hunk still is one of it, so that it is longer than it says. */
  private static boolean goesOn(List<String> lines, int at) {
    String line = lines.get(at);
    boolean nextFile =
        line.startsWith("--- ") && at + 1 < lines.size() && lines.get(at + 1).startsWith("+++ ");
    return !line.isEmpty()
        && " +-\\".indexOf(line.charAt(0)) >= 0
        && !nextFile
        && !isSignature(line);
  }

  /** What git format-patch puts behind a diff. */
  private static boolean isSignature(String line) {
    return line.equals("-- ") || line.equals("--");
  }

  private static char markOf(String line) {
    return line.isEmpty() ? ' ' : line.charAt(0);
  }

  private static int count(@Nullable String count) {
    return count == null ? 1 : Integer.parseInt(count);
  }

  private static UnifiedHunk read(Matcher header, List<String> lines, int from) {
    List<Line> marked = new ArrayList<>();
    for (String line : lines.subList(from, from + body(header, lines, from))) {
      char mark = markOf(line);
      switch (mark) {
        case ' ', '-', '+' ->
            marked.add(new Line(mark, TextLines.latin1(line.isEmpty() ? "" : line.substring(1))));
        case '\\' -> {
          // "No newline at end of file": the lines alone decide here
        }
        default -> throw new IllegalArgumentException("not a line of a diff: " + line);
      }
    }
    if (marked.isEmpty()) {
      throw new IllegalArgumentException("a hunk without lines: " + header.group());
    }
    int line = Integer.parseInt(header.group(1));
    UnifiedHunk hunk = new UnifiedHunk(Math.max(0, line - 1), marked);
    require(hunk.before(), header.group(2), header.group());
    require(hunk.after(), header.group(4), header.group());
    // A hunk that expects no line names the one that it goes behind.
    return hunk.before().isEmpty() ? new UnifiedHunk(line, marked) : hunk;
  }

  private static void require(List<String> lines, @Nullable String count, String header) {
    if (lines.size() != count(count)) {
      throw new IllegalArgumentException("the hunk is not as long as it says: " + header);
    }
  }
}
