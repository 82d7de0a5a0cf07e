package dev.xenvendor.patch;

import dev.xenvendor.profile.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The releases a patch is for, e.g. {@code >=3.0.2 <3.3.0}: all the bounds must hold. */
public record VersionRange(List<Bound> bounds) {

  public static final VersionRange EVERY = new VersionRange(List.of());

  private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<|=|)\\s*([^\\s<>=,]+)[\\s,]*");

  /** One bound of a range. */
  public record Bound(String operator, Version version) {

    boolean holds(Version other) {
      int order = other.sameRelease(version) ? 0 : other.compareTo(version);
      return switch (operator) {
        case ">=" -> order >= 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        case "<" -> order < 0;
        default -> order == 0;
      };
    }

    @Override
    public String toString() {
      return operator + version;
    }
  }

  public static VersionRange of(String text) {
    List<Bound> bounds = new ArrayList<>();
    Matcher matcher = BOUND.matcher(text.strip());
    while (matcher.lookingAt()) {
      bounds.add(new Bound(matcher.group(1), new Version(matcher.group(2))));
      matcher.region(matcher.end(), matcher.regionEnd());
    }
    if (bounds.isEmpty() || matcher.regionStart() != matcher.regionEnd()) {
      throw new IllegalArgumentException(
          "not a range of releases: '" + text + "' (e.g. >=3.0.2, <3.3.0, or both)");
    }
    return new VersionRange(bounds);
  }

  public boolean contains(Version version) {
    return bounds.stream().allMatch(bound -> bound.holds(version));
  }

  /** Returns whether the range is over before a release, so that no later one is in it either. */
  public boolean endsBefore(Version release) {
    return bounds.stream().anyMatch(b -> b.operator.startsWith("<") && !b.holds(release));
  }

  /** The releases of the range that come before one. */
  public VersionRange endingBefore(Version release) {
    return ending(new Bound("<", release));
  }

  /** The releases of the range up to one. */
  public VersionRange endingWith(Version release) {
    return ending(new Bound("<=", release));
  }

  /** The releases of the range from one on. */
  public VersionRange startingWith(Version release) {
    List<Bound> all = new ArrayList<>(bounds);
    all.removeIf(bound -> bound.operator.startsWith(">"));
    all.add(0, new Bound(">=", release));
    return new VersionRange(all);
  }

  private VersionRange ending(Bound end) {
    List<Bound> all = new ArrayList<>(bounds);
    all.removeIf(bound -> bound.operator.startsWith("<"));
    all.add(end);
    return new VersionRange(all);
  }

  @Override
  public String toString() {
    return bounds.stream().map(Bound::toString).collect(Collectors.joining(" "));
  }
}
