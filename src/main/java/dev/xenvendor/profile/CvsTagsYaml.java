package dev.xenvendor.profile;

import static dev.xenvendor.profile.VendorYaml.checked;

import dev.xenvendor.yaml.YamlMapping;
import dev.xenvendor.yaml.YamlNode;

/** Reads the key {@code cvs} of {@code vendor.yaml}. */
final class CvsTagsYaml {

  private CvsTagsYaml() {}

  /**
   * The tags that the profile names, or the usual ones.
   *
   * @param vendor the vendor's name
   */
  static CvsTags read(YamlMapping top, String vendor) {
    CvsTags usual = CvsTags.of(vendor);
    return top.find("cvs").map(node -> read(node, usual)).orElse(usual);
  }

  private static CvsTags read(YamlNode node, CvsTags usual) {
    YamlMapping cvs = node.mapping().allow("vendor-tag", "release-tag");
    return new CvsTags(
        cvs.find("vendor-tag").map(tag -> tag.as(CvsTagsYaml::tag)).orElse(usual.vendorTag()),
        cvs.find("release-tag")
            .map(tag -> tag.as(CvsTagsYaml::pattern))
            .orElse(usual.releasePattern()));
  }

  private static String tag(String text) {
    return checked(
        text,
        t -> t.matches("[A-Za-z][A-Za-z0-9_-]*"),
        "not a tag of CVS: '" + text + "' (letters, digits, '-' and '_')");
  }

  private static String pattern(String text) {
    String tag = text.replace(Vendor.VERSION, "1");
    checked(
        text,
        t -> tag.length() + Vendor.VERSION.length() == t.length() + 1,
        "not a pattern for tags: '" + text + "' (it must contain {version} once)");
    tag(tag);
    return text;
  }
}
