package dev.xenvendor.release.baseline;

import dev.xenvendor.profile.UpstreamTags;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.Source.TaggedTree;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.baseline.KnownRelease.Name;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the releases that a source holds. */
public final class SourceReleaseFinder {

  private final VendorConfig config;
  private final UpstreamTags tags;

  public SourceReleaseFinder(VendorConfig config) {
    this.config = config;
    this.tags = config.vendor().upstream().tags();
  }

  /** Returns the headers of each final release that this tree imports, while the source is open. */
  public SortedMap<Version, HeaderTree> finalReleases(Source source) {
    SortedMap<Version, HeaderTree> releases = new TreeMap<>();
    for (KnownRelease release : in(source)) {
      HeaderTree headers = config.vendor().included(release.headers());
      release.names().stream()
          .map(Name::version)
          .filter(Version::isFinal)
          .forEach(version -> releases.putIfAbsent(version, headers));
    }
    return releases;
  }

  /** Returns each different state of the headers once, oldest first. */
  List<KnownRelease> in(Source source) {
    List<KnownRelease> releases = source.hasHistory() ? tagged(source) : only(source);
    return releases.stream().sorted(Comparator.comparing(KnownRelease::version)).toList();
  }

  private List<KnownRelease> tagged(Source source) {
    Map<GitId, List<Version>> pinned = new HashMap<>();
    config
        .manifests()
        .forEach(
            (version, manifest) ->
                pinned.computeIfAbsent(manifest.tree(), t -> new ArrayList<>()).add(version));
    List<KnownRelease> releases = new ArrayList<>();
    for (TaggedTree tree : source.taggedTrees(config.vendor().upstream().path())) {
      List<Name> names = names(tree, pinned.getOrDefault(tree.headers().id(), List.of()));
      if (!names.isEmpty()) {
        releases.add(new KnownRelease(names, tree.time(), tree.headers()));
      }
    }
    return releases;
  }

  private List<Name> names(TaggedTree tree, List<Version> pinned) {
    List<Name> names = new ArrayList<>();
    pinned.forEach(version -> names.add(new Name(version, Optional.empty(), true)));
    for (String tag : tree.tags()) {
      tags.versionOf(tag)
          .filter(version -> names.stream().noneMatch(n -> n.version().sameRelease(version)))
          .ifPresent(version -> names.add(new Name(version, Optional.of(tag), false)));
    }
    return names;
  }

  /** A directory or an archive holds one release, which its manifest recognises. */
  private List<KnownRelease> only(Source source) {
    List<Name> names = new ArrayList<>();
    Optional<HeaderTree> headers = Optional.empty();
    for (Manifest manifest : config.manifests().values()) {
      HeaderTree held =
          source
              .snapshot(
                  new Source.Request(
                      config.vendor().upstream().path(),
                      List.of(),
                      manifest.files().keySet(),
                      config.vendor().checks().limits()))
              .headers();
      if (manifest.differences(held).isEmpty()) {
        names.add(new Name(manifest.version(), Optional.empty(), true));
        headers = Optional.of(held);
      }
    }
    return headers
        .map(held -> List.of(new KnownRelease(names, Instant.EPOCH, held)))
        .orElse(List.of());
  }
}
