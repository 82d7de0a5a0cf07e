package dev.xenvendor.trunk;

import dev.xenvendor.header.HeaderFile;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.vendor.ImportedRelease;
import dev.xenvendor.vendor.Manifest;
import dev.xenvendor.vendor.ManifestYaml;
import dev.xenvendor.vendor.VendorConfig;
import java.util.Map;

/** Pins a release when trunk takes it in, where no manifest is known of it. */
public final class FirstUse {

  private final VendorConfig config;
  private final boolean writesConfig;

  /**
   * @param writesConfig whether the tree carries its own configuration, so that a manifest in it is
   *     found again
   */
  public FirstUse(VendorConfig config, boolean writesConfig) {
    this.config = config;
    this.writesConfig = writesConfig;
  }

  /** The manifest to commit, by its path in trunk; none where there is one, or none is wanted. */
  Map<HeaderPath, HeaderFile> manifest(ImportedRelease release, HeaderTree headers) {
    if (!writesConfig
        || !release.isPinnedOnFirstUse()
        || config.find(release.version()).isPresent()) {
      return Map.of();
    }
    String title = config.vendor().title(release.version());
    byte[] yaml = ManifestYaml.writeOfFirstUse(title, Manifest.of(release, headers));
    return Map.of(HeaderPath.of(config.manifestPath(release.version())), HeaderFile.regular(yaml));
  }
}
