package dev.xenvendor.cvs.merge;

import dev.xenvendor.cvs.release.TrunkAhead;
import dev.xenvendor.cvs.release.VendorBranchFinder;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.ReleaseReader;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Releases as upstream published them, also where the first import held local changes already: then
 * the tag would make these upstream's, and a merge from there would drop them.
 */
public interface PristineReleases {

  /** Takes what every tag names as it is. */
  PristineReleases AS_TAGGED =
      new PristineReleases() {
        @Override
        public HeaderTree headers(ImportedRelease release, HeaderTree tagged) {
          return tagged;
        }

        @Override
        public Optional<Version> onTrunk(
            HeaderTree changed, Set<HeaderPath> unchanged, Version wanted, List<Version> onBranch) {
          return Optional.empty();
        }

        @Override
        public HeaderTree published(Version version) {
          throw new UnsupportedOperationException("no source");
        }
      };

  /**
   * The headers of a release that was imported.
   *
   * @param tagged what its tag names; taken as it is, if it is pristine or nobody can tell
   */
  HeaderTree headers(ImportedRelease release, HeaderTree tagged);

  /** The release that trunk is at though the branch lacks it. */
  Optional<Version> onTrunk(
      HeaderTree changed, Set<HeaderPath> unchanged, Version wanted, List<Version> onBranch);

  /** The headers of a release that was never imported, as the tree takes them in. */
  HeaderTree published(Version version);

  /**
   * Compares with the manifests.
   *
   * @param source opened only if a tag is not pristine, or trunk is at a release without one
   */
  static PristineReleases verified(VendorConfig config, Supplier<Source> source) {
    return new PristineReleases() {
      @Override
      public HeaderTree headers(ImportedRelease release, HeaderTree tagged) {
        Optional<Manifest> manifest = config.find(release.version());
        return manifest.filter(m -> !VendorBranchFinder.altered(m, tagged).isEmpty()).isPresent()
            ? read(config, release.version(), source).only(tagged::contains)
            : tagged;
      }

      @Override
      public Optional<Version> onTrunk(
          HeaderTree changed, Set<HeaderPath> unchanged, Version wanted, List<Version> onBranch) {
        return new TrunkAhead(config, changed, unchanged).before(wanted, onBranch);
      }

      @Override
      public HeaderTree published(Version version) {
        return config.vendor().included(read(config, version, source));
      }
    };
  }

  private static HeaderTree read(VendorConfig config, Version version, Supplier<Source> source) {
    try (Source opened = source.get()) {
      return new ReleaseReader(config, opened).read(version, Optional.empty()).headers().inMemory();
    }
  }
}
