package dev.xenvendor.cvs.merge;

import dev.xenvendor.cvs.release.UnimportedReleaseFinder;
import dev.xenvendor.cvs.release.VendorBranchFinder;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.branch.ReleaseReader;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Releases as upstream published them, even if the first import contained local changes. A merge
 * from the tag of such an import would count these changes as upstream's and drop them.
 */
public final class PristineReleases {

  private final VendorConfig config;
  private final Supplier<Source> source;

  /**
   * @param source opened only if a tag is not pristine, or trunk is at a release without one
   */
  public PristineReleases(VendorConfig config, Supplier<Source> source) {
    this.config = config;
    this.source = source;
  }

  /**
   * Returns the headers of a release that was imported.
   *
   * @param tagged what its tag names; taken as it is, if it is pristine or nothing tells
   */
  HeaderTree headers(ImportedRelease release, HeaderTree tagged) {
    return config
        .find(release.version())
        .filter(manifest -> !VendorBranchFinder.altered(manifest, tagged).isEmpty())
        .map(manifest -> read(release.version()).only(tagged::contains))
        .orElse(tagged);
  }

  /** Returns the release that trunk is at though the branch lacks it. */
  Optional<Version> onTrunk(
      HeaderTree changed, Set<HeaderPath> unchanged, Version wanted, List<Version> onBranch) {
    return new UnimportedReleaseFinder(config, changed, unchanged).before(wanted, onBranch);
  }

  /** Returns the headers of a release that was never imported, as the tree takes them in. */
  HeaderTree published(Version version) {
    return config.vendor().included(read(version));
  }

  private HeaderTree read(Version version) {
    try (Source opened = source.get()) {
      return new ReleaseReader(config, opened).read(version, Optional.empty()).headers().inMemory();
    }
  }
}
