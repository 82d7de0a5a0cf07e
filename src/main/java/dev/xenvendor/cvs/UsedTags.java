package dev.xenvendor.cvs;

import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;

/** The tags of the vendor branch and of a release as a repository has them. */
public record UsedTags(String vendor, String release) {

  /** The profile's, where no repository is available. */
  public static UsedTags profiled(Vendor vendor, Version version) {
    return new UsedTags(vendor.cvs().vendorTag(), vendor.cvs().releaseTag(version));
  }
}
