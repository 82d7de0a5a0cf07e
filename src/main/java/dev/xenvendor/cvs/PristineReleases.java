package dev.xenvendor.cvs;

import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.vendor.ImportRelease;
import dev.xenvendor.vendor.ImportedRelease;
import dev.xenvendor.vendor.Manifest;
import dev.xenvendor.vendor.Source;
import dev.xenvendor.vendor.VendorConfig;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Releases as upstream published them, also where the first import held local changes already: then
 * the tag would make these upstream's, and a merge from there would drop them.
 */
@FunctionalInterface
public interface PristineReleases {

  /** Takes what every tag names as it is. */
  PristineReleases AS_TAGGED = (release, tagged) -> tagged;

  /**
   * The headers of a release that was imported.
   *
   * @param tagged what its tag names; taken as it is, if it is pristine or nobody can tell
   */
  HeaderTree headers(ImportedRelease release, HeaderTree tagged);

  /**
   * Compares with the manifests.
   *
   * @param source opened only if a tag is not pristine
   */
  static PristineReleases verified(VendorConfig config, Supplier<Source> source) {
    return (release, tagged) -> {
      Optional<Manifest> manifest = config.find(release.version());
      return manifest.filter(m -> !VendorBranchFinder.altered(m, tagged).isEmpty()).isPresent()
          ? published(config, release, source).only(tagged::contains)
          : tagged;
    };
  }

  private static HeaderTree published(
      VendorConfig config, ImportedRelease release, Supplier<Source> source) {
    ImportRelease.Request request = new ImportRelease.Request(release.version(), Optional.empty());
    try (Source opened = source.get()) {
      return new ImportRelease(config, new NoVendorBranch())
          .verifiedSnapshot(request, opened)
          .headers()
          .inMemory();
    }
  }
}
