package dev.xenvendor.cvs;

import dev.xenvendor.profile.CvsTags;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import java.util.Optional;

/** A tag on the vendor branch, and the release that it names. */
public record CvsReleaseTag(String tag, Version version) {

  /** The release that a tag names by its form, {@code xen-3-3-0}. */
  public static Optional<CvsReleaseTag> named(String tag, CvsTags tags) {
    String pattern = tags.releasePattern();
    int at = pattern.indexOf(Vendor.VERSION);
    String before = pattern.substring(0, at);
    String after = pattern.substring(at + Vendor.VERSION.length());
    if (tag.length() <= before.length() + after.length()
        || !tag.startsWith(before)
        || !tag.endsWith(after)) {
      return Optional.empty();
    }
    String version = tag.substring(before.length(), tag.length() - after.length());
    try {
      // Only the dashes between numbers were dots: 4-17-0-rc2 is 4.17.0-rc2. The one before the
      // number of commits in 4-20-0-27-gae41936 was a dash already.
      return Optional.of(
          new CvsReleaseTag(
              tag,
              new Version(version.replaceAll("(\\d)-(?=\\d)(?!\\d+-g[0-9a-f]{7,40}$)", "$1."))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
