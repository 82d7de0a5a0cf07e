package dev.xenvendor.profile;

import dev.xenvendor.tree.GitId;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a release, e.g. {@code 3.3.0} or {@code 4.17.0-rc2}.
 *
 * <p>Numbers are compared as numbers, so 4.9 comes before 4.10, and a release candidate before its
 * release. A state that git describes by the commits since a release, {@code 4.20.0-27-gae41936},
 * comes after that release, and so does a variant of it, {@code 4.10.0-shim-comet-2}. Two spellings
 * of a number, 3.1 and 3.1.0, are different versions that sort together.
 */
public record Version(String text) implements Comparable<Version> {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<numbers>\\d{1,9}(?:\\.\\d{1,9})*)"
              + "(?<rest>[-+_]?[A-Za-z][A-Za-z0-9.+_-]{0,60}?|)"
              + "(?:-(?<commits>\\d{1,9})-g(?<commit>[0-9a-f]{7,40}))?");

  private static final String NUMBER_BOUNDS = "(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)";

  /** The words of states on the way to a release. */
  private static final Pattern BEFORE_RELEASE =
      Pattern.compile(
          "[-+_.]?(?:alpha|beta|branched|dev|devel|pre|preview|rc|snapshot|unstable)"
              + "(?![A-Za-z]).*",
          Pattern.CASE_INSENSITIVE);

  /** Of these, the words of a state that is published to be tested. */
  private static final Pattern RELEASE_CANDIDATE =
      Pattern.compile(
          "[-+_.]?(?:alpha|beta|pre|preview|rc)(?![A-Za-z]).*", Pattern.CASE_INSENSITIVE);

  /** A version within the name of a tag, a branch or an archive. */
  private static final Pattern IN_NAME = Pattern.compile("\\d+(?:\\.\\d+)+(?:-rc\\d+)?");

  public Version {
    if (!FORM.matcher(text).matches()
        || text.endsWith(".")
        || text.endsWith(".lock")
        || text.contains("..")) {
      throw new IllegalArgumentException(
          "not a version: '" + text + "' (numbers with dots, e.g. 3.3.0 or 4.17.0-rc2)");
    }
  }

  /** The version in the name of a tag, a branch or an archive. */
  public static Optional<String> inName(String name) {
    Matcher inside = IN_NAME.matcher(name);
    return inside.find() ? Optional.of(inside.group()) : Optional.empty();
  }

  /** The end of a message about a name that is no version: which version was meant. */
  public static String question(String name) {
    return inName(name).map(meant -> ", did you mean '" + meant + "'?").orElse("");
  }

  /** The state some commits after a release, as {@code git describe} names it. */
  public static Version described(Version release, int commits, GitId commit) {
    return new Version(release + "-" + commits + "-g" + commit.abbreviated());
  }

  @Override
  public int compareTo(Version other) {
    Matcher a = parse();
    Matcher b = other.parse();
    int byNumbers = compareNumbers(a.group("numbers"), b.group("numbers"));
    if (byNumbers != 0) {
      return byNumbers;
    }
    int byStage = Integer.compare(stage(a.group("rest")), stage(b.group("rest")));
    int byRest = byStage != 0 ? byStage : compareRest(a.group("rest"), b.group("rest"));
    int byCommits = byRest != 0 ? byRest : Integer.compare(commits(a), commits(b));
    return byCommits != 0 ? byCommits : text.compareTo(other.text);
  }

  /** Returns whether the two name the same release, however many zeros they end in. */
  public boolean sameRelease(Version other) {
    Matcher a = parse();
    Matcher b = other.parse();
    return compareNumbers(a.group("numbers"), b.group("numbers")) == 0
        && a.group("rest").equals(b.group("rest"))
        && commits(a) == commits(b)
        && Objects.equals(a.group("commit"), b.group("commit"));
  }

  /** Returns whether it is a candidate or another state on the way to a release. */
  public boolean isCandidate() {
    return stage(parse().group("rest")) < 0;
  }

  /**
   * Returns whether it is published to be tested, as 4.22.0-rc1 is, and not a mark such as
   * 4.23-dev.
   */
  public boolean isReleaseCandidate() {
    Matcher parsed = parse();
    return commits(parsed) == 0 && RELEASE_CANDIDATE.matcher(parsed.group("rest")).matches();
  }

  /**
   * Returns whether it is a release that upstream made: no candidate, no variant, no state in
   * between.
   */
  public boolean isFinal() {
    Matcher parsed = parse();
    return parsed.group("rest").isEmpty() && commits(parsed) == 0;
  }

  /**
   * Returns whether both have the same first two numbers: 4.4.0-rc1 and 4.4.3 are of one series.
   */
  public boolean sameSeries(Version other) {
    long[] a = Arrays.copyOf(significant(parse().group("numbers")), 2);
    long[] b = Arrays.copyOf(significant(other.parse().group("numbers")), 2);
    return Arrays.equals(a, b);
  }

  // The equality of records, which Java would otherwise generate at run time.

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

  /** Below zero for what comes before its release, above zero for what comes after it. */
  private static int stage(String rest) {
    if (rest.isEmpty()) {
      return 0;
    }
    return BEFORE_RELEASE.matcher(rest).matches() ? -1 : 1;
  }

  private static int commits(Matcher version) {
    String commits = version.group("commits");
    return commits == null ? 0 : Integer.parseInt(commits);
  }

  /** Letters by their order and numbers by their value: rc2 before rc10, rc1.1 before rc2. */
  private static int compareRest(String a, String b) {
    String[] aParts = a.split(NUMBER_BOUNDS);
    String[] bParts = b.split(NUMBER_BOUNDS);
    for (int i = 0; i < Math.min(aParts.length, bParts.length); i++) {
      int order = comparePart(aParts[i], bParts[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(aParts.length, bParts.length);
  }

  private static int comparePart(String a, String b) {
    return isNumber(a) && isNumber(b)
        ? new BigInteger(a).compareTo(new BigInteger(b))
        : a.compareTo(b);
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty() && Character.isDigit(part.charAt(0));
  }
}
