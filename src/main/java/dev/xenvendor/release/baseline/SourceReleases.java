package dev.xenvendor.release.baseline;

import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.baseline.KnownRelease.Name;
import dev.xenvendor.tree.HeaderTree;
import java.util.SortedMap;
import java.util.TreeMap;

/** The final releases that a source holds, by name. */
public final class SourceReleases {

  private SourceReleases() {}

  /** The headers of each that this tree takes in, read while the source is open. */
  public static SortedMap<Version, HeaderTree> in(Source source, VendorConfig config) {
    SortedMap<Version, HeaderTree> releases = new TreeMap<>();
    for (KnownRelease release : new SourceReleaseFinder(config).in(source)) {
      HeaderTree headers = config.vendor().included(release.headers());
      release.names().stream()
          .map(Name::version)
          .filter(Version::isFinal)
          .forEach(version -> releases.putIfAbsent(version, headers));
    }
    return releases;
  }
}
