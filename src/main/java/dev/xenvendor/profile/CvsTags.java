package dev.xenvendor.profile;

import java.util.Locale;

/**
 * The tags of a vendor in a CVS repository.
 *
 * @param vendorTag names the vendor branch, as in {@code XEN}
 * @param releasePattern a release's tag with {@code {version}} in it, as in {@code xen-{version}}
 */
public record CvsTags(String vendorTag, String releasePattern) {

  /** Returns what a vendor's tags are where its profile names none. */
  static CvsTags of(String vendor) {
    return new CvsTags(vendor.toUpperCase(Locale.ROOT), vendor + '-' + Vendor.VERSION);
  }

  /** A release's tag; CVS allows no dots in it: {@code xen-3-3-0}. */
  public String releaseTag(Version version) {
    return releasePattern.replace(Vendor.VERSION, version.text().replace('.', '-'));
  }
}
