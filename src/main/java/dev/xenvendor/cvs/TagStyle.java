package dev.xenvendor.cvs;

import dev.xenvendor.profile.CvsTags;
import dev.xenvendor.profile.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a repository's release tags, where it does not follow the profile.
 *
 * @param before the text before the numbers, as {@code xen_}
 * @param separator the text between them
 * @param isShort whether a last number of 0 is left out: {@code xen_3_1} is 3.1.0
 */
public record TagStyle(String before, String separator, boolean isShort) {

  private static final Pattern TAG = Pattern.compile("(.*?[-_]v?)(\\d+(?:([-_])\\d+)(?:\\3\\d+)*)");
  private static final Pattern NUMBERS = Pattern.compile("\\d+(\\.\\d+)*");

  /** The style of a tag that spells its release out; empty where it does not. */
  static Optional<TagStyle> of(CvsReleaseTag release) {
    Matcher tag = TAG.matcher(release.tag());
    if (!tag.matches()) {
      return Optional.empty();
    }
    String spelled = tag.group(2).replace(tag.group(3), ".");
    boolean isShort = release.version().text().equals(spelled + ".0");
    return isShort || release.version().text().equals(spelled)
        ? Optional.of(new TagStyle(tag.group(1), tag.group(3), isShort))
        : Optional.empty();
  }

  /**
   * The release that a tag names which begins with the vendor's name, whatever the profile says.
   */
  public static Optional<Version> versionIn(String tag, String vendor) {
    Matcher matcher = TAG.matcher(tag);
    boolean named =
        matcher.matches() && matcher.group(1).replaceAll("[-_]v?$", "").equalsIgnoreCase(vendor);
    return named
        ? Optional.of(new Version(matcher.group(2).replace(matcher.group(3), ".")))
        : Optional.empty();
  }

  /**
   * The tag of a release as the releases on the branch are tagged: the newest one that spells its
   * version out decides; without one the profile does.
   */
  public static String tag(CvsTags profile, List<CvsReleaseTag> onBranch, Version version) {
    List<CvsReleaseTag> newestFirst = new ArrayList<>(onBranch);
    Collections.reverse(newestFirst);
    boolean numbers = NUMBERS.matcher(version.text()).matches();
    for (CvsReleaseTag release : newestFirst) {
      boolean asProfiled = release.tag().equals(profile.releaseTag(release.version()));
      Optional<TagStyle> style = asProfiled || !numbers ? Optional.empty() : of(release);
      if (asProfiled || style.isPresent()) {
        return style.map(s -> s.spelled(version)).orElseGet(() -> profile.releaseTag(version));
      }
    }
    return profile.releaseTag(version);
  }

  private String spelled(Version version) {
    String text = version.text();
    boolean cut = isShort && text.endsWith(".0") && text.indexOf('.') < text.length() - 2;
    String numbers = cut ? text.substring(0, text.length() - 2) : text;
    return before + numbers.replace(".", separator);
  }
}
