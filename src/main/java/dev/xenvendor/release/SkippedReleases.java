package dev.xenvendor.release;

import dev.xenvendor.profile.CheckSettings;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.profile.Severity;
import dev.xenvendor.profile.Version;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Pinned releases between imported ones that were never imported. */
public final class SkippedReleases {

  private SkippedReleases() {}

  /** All of them, oldest first. */
  public static List<Version> of(SortedSet<Version> pinned, Collection<Version> imported) {
    return pinned.stream()
        .filter(v -> !imported.contains(v))
        .filter(v -> imported.stream().anyMatch(i -> i.compareTo(v) < 0))
        .filter(v -> imported.stream().anyMatch(i -> i.compareTo(v) > 0))
        .toList();
  }

  /** Those that the rule {@code release-skipped} reports: none where it is off or allows them. */
  public static List<Version> reported(
      SortedSet<Version> pinned, Collection<Version> imported, CheckSettings checks) {
    if (checks.severity(Rule.RELEASE_SKIPPED) == Severity.OFF) {
      return List.of();
    }
    return of(pinned, imported).stream().filter(v -> !isAllowed(v, checks)).toList();
  }

  /** Returns whether the profile allows that a release was skipped. */
  public static boolean isAllowed(Version version, CheckSettings checks) {
    return checks.of(Rule.RELEASE_SKIPPED).allow().stream()
        .anyMatch(allowance -> allowance.covers(Optional.empty(), Optional.of(version.text())));
  }
}
