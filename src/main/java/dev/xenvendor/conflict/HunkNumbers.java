package dev.xenvendor.conflict;

import dev.xenvendor.conflict.OpenConflict.OpenHunk;
import dev.xenvendor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A choice of a file's hunks, as in {@code 1,3-5} or {@code all}.
 *
 * @param numbers which ones; none for all
 */
public record HunkNumbers(SortedSet<Integer> numbers) {

  public static final HunkNumbers ALL = new HunkNumbers(new TreeSet<>());

  private static final Pattern RANGE = Pattern.compile("([1-9]\\d{0,5})(?:-([1-9]\\d{0,5}))?");

  /** No file has more hunks, and a range must not exhaust the memory. */
  private static final int MOST = 100_000;

  /** Reads a choice; empty where the text is none. */
  public static Optional<HunkNumbers> parse(String text) {
    if (text.equals("all")) {
      return Optional.of(ALL);
    }
    SortedSet<Integer> numbers = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      Matcher range = RANGE.matcher(part.strip());
      if (!range.matches()) {
        return Optional.empty();
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      if (last < first || last - first > MOST) {
        return Optional.empty();
      }
      for (int number = first; number <= last; number++) {
        numbers.add(number);
      }
    }
    return Optional.of(new HunkNumbers(numbers));
  }

  /** The choice as {@link #parse} reads it. */
  @Override
  public String toString() {
    if (numbers.isEmpty()) {
      return "all";
    }
    List<String> ranges = new ArrayList<>();
    int first = numbers.first();
    int last = first;
    for (int number : numbers.tailSet(first + 1)) {
      if (number > last + 1) {
        ranges.add(range(first, last));
        first = number;
      }
      last = number;
    }
    ranges.add(range(first, last));
    return String.join(",", ranges);
  }

  private static String range(int first, int last) {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }

  /** The hunks of a conflict; each that is named must be open. */
  public List<OpenHunk> of(OpenConflict conflict) {
    if (conflict.hunks().isEmpty()) {
      String why =
          conflict.edited() ? "has no hunks left" : "conflicts as a whole file, not in hunks";
      throw Problem.usage(conflict.path() + " " + why)
          .hint(
              conflict.edited()
                  ? "git add " + conflict.path()
                  : "take a side as a whole: --take local or --take vendor, without --hunk");
    }
    for (int number : numbers) {
      if (conflict.hunks().stream().noneMatch(open -> open.hunk().number() == number)) {
        throw Problem.usage("there is no hunk " + number + " left in " + conflict.path())
            .hint("xenvendor conflicts " + conflict.number() + " lists them with their numbers");
      }
    }
    return conflict.hunks().stream()
        .filter(open -> numbers.isEmpty() || numbers.contains(open.hunk().number()))
        .toList();
  }
}
