package dev.xenvendor.vendor;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a release, e.g. {@code 3.3.0} or {@code 4.17.0-rc2}.
 *
 * <p>Numbers are compared as numbers, so 4.9 comes before 4.10, and a release candidate before its
 * release. Two spellings of a number, 3.1 and 3.1.0, are different versions that sort together.
 */
public record Version(String text) implements Comparable<Version> {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<numbers>\\d{1,9}(?:\\.\\d{1,9})*)(?<rest>[-+_]?[A-Za-z][A-Za-z0-9.+_-]{0,40}|)");

  private static final Pattern IN_TAG =
      Pattern.compile("(?:^|[^0-9A-Za-z.])(\\d+(?:\\.\\d+)+(?:-rc\\d+)?)$");

  public Version {
    if (!FORM.matcher(text).matches()
        || text.endsWith(".")
        || text.endsWith(".lock")
        || text.contains("..")) {
      throw new IllegalArgumentException(
          "not a version: '" + text + "' (numbers with dots, e.g. 3.3.0 or 4.17.0-rc2)");
    }
  }

  public static Version of(String text) {
    return new Version(text);
  }

  /** The version at the end of a tag like {@code RELEASE-4.17.0}. */
  public static Optional<Version> inTag(String tag) {
    Matcher matcher = IN_TAG.matcher(tag);
    return matcher.find() ? Optional.of(new Version(matcher.group(1))) : Optional.empty();
  }

  @Override
  public int compareTo(Version other) {
    Matcher a = parse();
    Matcher b = other.parse();
    int byNumbers = compareNumbers(a.group("numbers"), b.group("numbers"));
    if (byNumbers != 0) {
      return byNumbers;
    }
    int byRest = compareRest(a.group("rest"), b.group("rest"));
    return byRest != 0 ? byRest : text.compareTo(other.text);
  }

  /** Whether the two name the same release, however many zeros they end in. */
  public boolean sameRelease(Version other) {
    Matcher a = parse();
    Matcher b = other.parse();
    return compareNumbers(a.group("numbers"), b.group("numbers")) == 0
        && a.group("rest").equals(b.group("rest"));
  }

  /** Whether it is a candidate or another state on the way to a release. */
  public boolean isCandidate() {
    return !parse().group("rest").isEmpty();
  }

  // Equality as any record has it, but that would be put together anew in every run.

  @Override
  public boolean equals(Object other) {
    return other instanceof Version version && text.equals(version.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  private Matcher parse() {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException(text);
    }
    return matcher;
  }

  private static int compareNumbers(String a, String b) {
    return Arrays.compare(significant(a), significant(b));
  }

  private static long[] significant(String numbers) {
    long[] parts = Arrays.stream(numbers.split("\\.")).mapToLong(Long::parseLong).toArray();
    int length = parts.length;
    while (length > 1 && parts[length - 1] == 0) {
      length--;
    }
    return Arrays.copyOf(parts, length);
  }

  /** Nothing sorts after anything: a candidate comes before the release. */
  private static int compareRest(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    String aWord = a.replaceAll("\\d+$", "");
    String bWord = b.replaceAll("\\d+$", "");
    int byWord = aWord.compareTo(bWord);
    return byWord != 0 ? byWord : Long.compare(number(a, aWord), number(b, bWord));
  }

  private static long number(String rest, String word) {
    String digits = rest.substring(word.length());
    return digits.isEmpty()
        ? 0
        : Long.parseLong(digits.substring(0, Math.min(18, digits.length())));
  }
}
