package dev.xenvendor.release;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.UpstreamTags;
import dev.xenvendor.profile.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The releases that upstream has tagged since the one that trunk has, and that are not imported.
 *
 * @param source where the tags are
 * @param current the release that trunk has; empty for a tree that is not adopted
 * @param sameSeries fixes: later releases of the current one's series, oldest first
 * @param newSeries the final releases of later series than any that is imported, oldest first
 * @param candidates the release candidates that are newer than every final release
 */
public record AvailableReleases(
    String source,
    Optional<Version> current,
    List<Tagged> sameSeries,
    List<Tagged> newSeries,
    List<Tagged> candidates) {

  /**
   * A release and upstream's tag of it.
   *
   * @param skipped whether a later release is imported, so that only a backfill brings this one
   */
  public record Tagged(Version version, String tag, boolean skipped) {}

  /**
   * Reads the tags of a source.
   *
   * @throws Problem where the source has no history
   */
  public static AvailableReleases of(
      Source source, UpstreamTags tags, Optional<Version> current, List<ImportedRelease> imported) {
    if (!source.hasHistory()) {
      throw Problem.usage(source.name() + " is one state of upstream, not its history")
          .hint("name upstream's git repository: --from REPOSITORY");
    }
    List<Tagged> all = releases(source.tagNames(), tags, imported);
    Optional<Version> newest =
        all.stream().map(Tagged::version).filter(Version::isFinal).reduce((a, b) -> b);
    List<Tagged> later =
        all.stream()
            .filter(tagged -> current.isEmpty() || isLater(tagged.version(), current.get()))
            .filter(tagged -> !isImported(tagged.version(), imported))
            .toList();
    Predicate<Tagged> fixes = tagged -> current.filter(tagged.version()::sameSeries).isPresent();
    return new AvailableReleases(
        source.name(),
        current,
        finals(later, fixes),
        finals(later, fixes.or(Tagged::skipped).negate()),
        later.stream()
            .filter(tagged -> tagged.version().isReleaseCandidate())
            .filter(tagged -> newest.isEmpty() || tagged.version().compareTo(newest.get()) > 0)
            .toList());
  }

  /** Each release once, oldest first, by its most usual tag. */
  private static List<Tagged> releases(
      Set<String> all, UpstreamTags tags, List<ImportedRelease> imported) {
    TreeMap<Version, Tagged> releases = new TreeMap<>();
    for (String tag : all) {
      tags.versionOf(tag)
          .filter(version -> tags.find(version, all).filter(tag::equals).isPresent())
          .ifPresent(
              version ->
                  releases.put(version, new Tagged(version, tag, isSkipped(version, imported))));
    }
    return List.copyOf(releases.values());
  }

  private static boolean isLater(Version version, Version current) {
    return version.compareTo(current) > 0 && !version.sameRelease(current);
  }

  private static boolean isImported(Version version, List<ImportedRelease> imported) {
    return imported.stream().anyMatch(release -> release.version().sameRelease(version));
  }

  private static boolean isSkipped(Version version, List<ImportedRelease> imported) {
    return imported.stream().anyMatch(release -> release.version().compareTo(version) > 0);
  }

  private static List<Tagged> finals(List<Tagged> later, Predicate<Tagged> wanted) {
    return later.stream().filter(tagged -> tagged.version().isFinal()).filter(wanted).toList();
  }

  /** Returns whether there is a final release to import. */
  public boolean isAny() {
    return !sameSeries.isEmpty() || !newSeries.isEmpty();
  }

  /**
   * Returns the newest final release, which an update brings; empty where there is none, or only
   * ones that a backfill brings.
   */
  public Optional<Version> newest() {
    List<Tagged> all = newSeries.isEmpty() ? sameSeries : newSeries;
    return all.isEmpty() || last(all).skipped()
        ? Optional.empty()
        : Optional.of(last(all).version());
  }

  /** Returns the new releases by their series, oldest first. */
  public List<List<Tagged>> bySeries() {
    List<List<Tagged>> series = new ArrayList<>();
    for (Tagged tagged : newSeries) {
      if (series.isEmpty() || !last(series).get(0).version().sameSeries(tagged.version())) {
        series.add(new ArrayList<>());
      }
      last(series).add(tagged);
    }
    return series;
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
