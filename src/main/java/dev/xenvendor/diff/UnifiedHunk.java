package dev.xenvendor.diff;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A hunk of a unified diff, of lines whose bytes are characters.
 *
 * <p>java-diff-utils reads its lines. Where it ends is found here: the library takes the signature
 * of a mail and the names of the next file for lines that go, and reports neither a line that is
 * none of a diff nor a hunk that is not as long as it says.
 */
public final class UnifiedHunk {

  private static final Pattern HEADER =
      Pattern.compile("^@@ -\\d+(?:,(\\d+))? \\+\\d+(?:,(\\d+))? @@");

  private final Chunk<String> before;
  private final Chunk<String> after;

  private UnifiedHunk(AbstractDelta<String> delta) {
    this.before = delta.getSource();
    this.after = delta.getTarget();
  }

  /** Returns where it starts in the text before, counted from 0. */
  public int line() {
    return before.getPosition();
  }

  /** The lines it expects. */
  public List<String> before() {
    return before.getLines();
  }

  /** The lines that take their place. */
  public List<String> after() {
    return after.getLines();
  }

  /** Returns which of the lines before go, counted from 0. */
  public List<Integer> removed() {
    return changed(before);
  }

  /** Returns which of the lines after are new, counted from 0. */
  public List<Integer> added() {
    return changed(after);
  }

  private static List<Integer> changed(Chunk<String> chunk) {
    return chunk.getChangePosition().stream().map(at -> at - 1 - chunk.getPosition()).toList();
  }

  /**
   * Returns whether it begins the file: nothing stands above it that it names, and it says that
   * nothing does.
   */
  public boolean isAtStart() {
    return line() == 0 && (removed().contains(0) || added().contains(0));
  }

  /**
   * Returns whether it ends the file, as a hunk does that names no line below it. One without any
   * context says nothing about its place.
   */
  public boolean isAtEnd() {
    boolean named = isAtStart() || !(removed().contains(0) || added().contains(0));
    return named && (removed().contains(before.size() - 1) || added().contains(after.size() - 1));
  }

  /**
   * Returns the hunks of a diff of one file; what stands before the first is skipped.
   *
   * @throws IllegalArgumentException if there is none, or one that is not as it says
   */
  public static List<UnifiedHunk> parse(String diff) {
    List<UnifiedHunk> hunks = new ArrayList<>();
    List<String> lines = diff.lines().toList();
    int at = 0;
    while (at < lines.size()) {
      Matcher header = HEADER.matcher(lines.get(at));
      at++;
      if (header.lookingAt()) {
        int end = at + body(header, lines, at);
        hunks.add(read(header, lines.get(at - 1), lines.subList(at, end)));
        at = end;
      }
    }
    if (hunks.isEmpty()) {
      throw new IllegalArgumentException("patch contains no hunk (@@ -1,3 +1,4 @@ and its lines)");
    }
    return hunks;
  }

  /**
   * Returns how many lines the header says there are; a line of the file may look like any other.
   */
  private static int body(Matcher header, List<String> lines, int from) {
    int before = count(header.group(1));
    int after = count(header.group(2));
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

  /**
   * Returns whether a line after the hunk still is one of it, so that it is longer than it says.
   */
  private static boolean goesOn(List<String> lines, int at) {
    String line = lines.get(at);
    boolean nextFile =
        line.startsWith("--- ") && at + 1 < lines.size() && lines.get(at + 1).startsWith("+++ ");
    return !line.isEmpty() && isMark(line.charAt(0)) && !nextFile && !isSignature(line);
  }

  /** Returns what git format-patch puts after a diff. */
  private static boolean isSignature(String line) {
    return line.equals("-- ") || line.equals("--");
  }

  /** A line of context may have lost its blank. */
  private static char markOf(String line) {
    return line.isEmpty() ? ' ' : line.charAt(0);
  }

  private static boolean isMark(char mark) {
    return " +-\\".indexOf(mark) >= 0;
  }

  private static int count(@Nullable String count) {
    return count == null ? 1 : Integer.parseInt(count);
  }

  private static UnifiedHunk read(Matcher header, String shown, List<String> body) {
    List<String> diff = new ArrayList<>(List.of("--- before", "+++ after", header.group()));
    for (String line : body) {
      if (!isMark(markOf(line))) {
        throw new IllegalArgumentException("not a line of a diff: " + line);
      }
      diff.add(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }
    List<AbstractDelta<String>> read = UnifiedDiffUtils.parseUnifiedDiff(diff).getDeltas();
    if (read.isEmpty()) {
      throw new IllegalArgumentException("a hunk without lines: " + shown);
    }
    UnifiedHunk hunk = new UnifiedHunk(read.get(0));
    if (hunk.before().size() != count(header.group(1))
        || hunk.after().size() != count(header.group(2))) {
      throw new IllegalArgumentException(
          "the hunk does not have the length in its header: " + shown);
    }
    return hunk;
  }
}
