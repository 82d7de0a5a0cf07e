package dev.xenvendor.release.branch;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.UpstreamTags;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the newest release of a source: by the tags of a repository, or by the files of an archive
 * or a directory, which holds one release.
 */
public final class NewestRelease {

  private final VendorConfig config;
  private final VendorReleases branch;

  public NewestRelease(VendorConfig config, VendorReleases branch) {
    this.config = config;
    this.branch = branch;
  }

  /**
   * Returns the newest final release. A candidate counts where there is no final release, and where
   * trunk has a candidate that no final release of the source is newer than.
   *
   * @param merged the release that trunk has
   */
  public Version in(Source source, Optional<Version> merged) {
    List<Version> all = source.hasHistory() ? tagged(source) : held(source);
    Optional<Version> release = newest(all, Version::isFinal);
    boolean behind =
        merged
            .filter(Version::isCandidate)
            .filter(m -> release.isEmpty() || release.get().compareTo(m) < 0)
            .isPresent();
    return (release.isEmpty() || behind
            ? newest(all, v -> v.isFinal() || v.isReleaseCandidate())
            : release)
        .map(config::spelledAsPinned)
        .orElseThrow(() -> none(source));
  }

  private static Optional<Version> newest(List<Version> versions, Predicate<Version> wanted) {
    return versions.stream().filter(wanted).max(Comparator.naturalOrder());
  }

  private List<Version> tagged(Source source) {
    UpstreamTags form = config.vendor().upstream().tags();
    Set<String> tags = source.tagNames();
    List<Version> versions = new ArrayList<>();
    tags.forEach(tag -> form.versionOf(tag).ifPresent(versions::add));
    Optional<Version> newest = newest(versions, Version::isFinal);
    for (Version pinned : config.pinned()) {
      boolean newer = newest.isEmpty() || pinned.compareTo(newest.get()) > 0;
      if (newer && config.find(pinned).flatMap(Manifest::ref).filter(tags::contains).isPresent()) {
        versions.add(pinned);
      }
    }
    return versions;
  }

  private List<Version> held(Source source) {
    HeaderTree headers =
        source
            .snapshot(
                new Source.Request(
                    config.vendor().upstream().path(),
                    List.of(),
                    usualPaths(),
                    config.vendor().checks().limits()))
            .headers();
    List<Version> newestFirst = new ArrayList<>(config.pinned());
    Collections.reverse(newestFirst);
    return newestFirst.stream()
        .filter(
            version -> config.find(version).orElseThrow().differencesOfSource(headers).isEmpty())
        .limit(1)
        .toList();
  }

  private Set<HeaderPath> usualPaths() {
    List<ImportedRelease> releases = branch.releases();
    return releases.isEmpty()
        ? Set.of()
        : branch.headers(releases.get(releases.size() - 1)).paths();
  }

  private Problem none(Source source) {
    return Problem.unavailable(
            source.name()
                + (source.hasHistory()
                    ? " has no tag of a release, by upstream.tag of the profile"
                    : " is no release that is pinned"))
        .hint(
            "name the release: xenvendor update VERSION --from "
                + source.name()
                + (source.hasHistory() ? " --ref REF" : ""));
  }
}
