package dev.xenvendor.report.patch;

import dev.xenvendor.patch.residue.ResidueHunk;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Undeclared hunks as text. Edits that are alike in several headers, such as an ident line, are one
 * line after the others, so that the real edits are seen first. With {@code -v} each has its line.
 */
public final class UndeclaredLines {

  /** So many headers with the same edit are one line. */
  private static final int ALIKE = 3;

  private static final Pattern KEYWORD = Pattern.compile("\\$([A-Z]\\w*)(:[^$]*)?\\$");
  private static final int LONGEST = 60;

  private final Text text;
  private final Function<HeaderPath, String> inTree;

  public UndeclaredLines(Text text, Function<HeaderPath, String> inTree) {
    this.text = text;
    this.inTree = inTree;
  }

  /**
   * Adds the hunks.
   *
   * @param most how many edits are listed, unless all are asked for
   * @param rest what to say after the number of those left out
   */
  public void add(List<ResidueHunk> hunks, int most, String rest) {
    if (text.style().isVerbose()) {
      hunks.forEach(this::addOne);
      return;
    }
    List<List<ResidueHunk>> alike =
        groups(hunks).stream().filter(group -> headers(group) >= ALIKE).toList();
    Set<ResidueHunk> folded = alike.stream().flatMap(List::stream).collect(Collectors.toSet());
    List<ResidueHunk> single = hunks.stream().filter(hunk -> !folded.contains(hunk)).toList();
    single.stream().limit(most).forEach(this::addOne);
    if (single.size() > most) {
      text.line("  … " + (single.size() - most) + " more" + rest);
    }
    alike.forEach(this::addAlike);
  }

  private void addOne(ResidueHunk hunk) {
    text.line(
        "  " + inTree.apply(hunk.path()) + ":" + hunk.line() + "    " + ResidueLines.size(hunk));
  }

  private void addAlike(List<ResidueHunk> group) {
    ResidueHunk first = group.get(0);
    String line = telling(first);
    String shown = line.length() > LONGEST ? line.substring(0, LONGEST) + " …" : line;
    text.line(
        "  "
            + Phrases.count(headers(group), "header")
            + "    "
            + ResidueLines.size(first)
            + (shown.isEmpty() ? "" : ": " + Phrases.printable(shown)));
  }

  /**
   * Returns the first line with a word in it, of the new ones if they have one: a blank line or the
   * end of a comment says nothing.
   */
  private static String telling(ResidueHunk hunk) {
    List<String> lines =
        Stream.of(hunk.after(), hunk.before())
            .flatMap(List::stream)
            .map(UndeclaredLines::plain)
            .toList();
    return lines.stream()
        .filter(line -> line.chars().anyMatch(Character::isLetterOrDigit))
        .findFirst()
        .orElse(lines.get(0));
  }

  private static List<List<ResidueHunk>> groups(List<ResidueHunk> hunks) {
    Map<List<List<String>>, List<ResidueHunk>> groups = new LinkedHashMap<>();
    for (ResidueHunk hunk : hunks) {
      List<List<String>> edit =
          List.of(
              hunk.before().stream().map(UndeclaredLines::plain).toList(),
              hunk.after().stream().map(UndeclaredLines::plain).toList());
      groups.computeIfAbsent(edit, e -> new ArrayList<>()).add(hunk);
    }
    return List.copyOf(groups.values());
  }

  private static long headers(List<ResidueHunk> hunks) {
    return hunks.stream().map(ResidueHunk::path).distinct().count();
  }

  /** The line without what differs from header to header: the values of keywords, white space. */
  private static String plain(String line) {
    return KEYWORD.matcher(line).replaceAll("\\$$1\\$").strip().replaceAll("\\s+", " ");
  }
}
