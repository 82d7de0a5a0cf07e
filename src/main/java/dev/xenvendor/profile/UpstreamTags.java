package dev.xenvendor.profile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The forms of upstream's own release tags.
 *
 * @param patterns the most usual one first
 */
public record UpstreamTags(List<TagPattern> patterns) {

  public UpstreamTags {
    patterns = List.copyOf(patterns);
  }

  /** The forms that are looked for where the profile names none. */
  public static UpstreamTags usual(String vendor) {
    return of(
        List.of(
            "RELEASE-{version}",
            "{version}",
            "v{version}",
            "release-{version}",
            vendor + "-{version}",
            vendor + "/{version}"));
  }

  public static UpstreamTags of(List<String> patterns) {
    return new UpstreamTags(patterns.stream().map(TagPattern::new).toList());
  }

  /** The version that a tag names, by the first pattern that it follows. */
  public Optional<Version> versionOf(String tag) {
    return patterns.stream()
        .map(pattern -> pattern.versionOf(tag))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The tag of a release among others, however many zeros its version ends in. */
  public Optional<String> find(Version version, Collection<String> tags) {
    return patterns.stream()
        .flatMap(
            pattern ->
                tags.stream()
                    .filter(tag -> pattern.versionOf(tag).filter(version::sameRelease).isPresent()))
        .findFirst();
  }
}
