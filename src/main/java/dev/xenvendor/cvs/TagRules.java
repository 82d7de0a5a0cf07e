package dev.xenvendor.cvs;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The rules for names of tags: those of CVS, and those that NetBSD's {@code doc/3RDPARTY} and its
 * import instructions ask for.
 */
public final class TagRules {

  private static final String FORBIDDEN = "$,.:;@/";
  private static final Set<String> RESERVED = Set.of("HEAD", "BASE");

  private TagRules() {}

  /** Refuses what CVS would refuse, before anything is sent to it. */
  public static void require(String vendorTag, String releaseTag) {
    requireTag(vendorTag);
    requireTag(releaseTag);
    if (vendorTag.equals(releaseTag)) {
      throw Problem.inputFile(
              "'" + vendorTag + "' cannot be both the vendor branch and a release on it")
          .hint("vendor.yaml: cvs: {vendor-tag: XEN, release-tag: \"xen-{version}\"}");
    }
  }

  private static void requireTag(String tag) {
    if (!isTag(tag)) {
      throw Problem.inputFile("not a valid CVS tag: '" + tag + "'")
          .hint(
              "a tag begins with a letter, contains none of $ , . : ; @ / and no blank, and is"
                  + " neither HEAD nor BASE; see cvs in vendor.yaml");
    }
  }

  static boolean isTag(String tag) {
    return !tag.isEmpty()
        && Character.isLetter(tag.charAt(0))
        && tag.chars().allMatch(c -> c > ' ' && c < 127 && FORBIDDEN.indexOf(c) < 0)
        && !RESERVED.contains(tag);
  }

  /** Returns what CVS takes, but NetBSD does not do. */
  public static List<String> customs(String vendorTag, String releaseTag, Version version) {
    List<String> broken = new ArrayList<>();
    if (!vendorTag.equals(vendorTag.toUpperCase(Locale.ROOT))) {
      broken.add("by convention a vendor tag is in upper case, not " + vendorTag);
    }
    if (!releaseTag.equals(releaseTag.toLowerCase(Locale.ROOT))) {
      broken.add("by convention a release tag is in lower case, not " + releaseTag);
    }
    String digits = version.text().replaceAll("(?<=\\d\\.\\d{1,9})\\.0$", "").replaceAll("\\D", "");
    if (!releaseTag.replaceAll("\\D", "").contains(digits)) {
      broken.add("the release tag " + releaseTag + " does not contain the version " + version);
    }
    return broken;
  }
}
