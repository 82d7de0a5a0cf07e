package dev.xenvendor.profile;

import java.util.Optional;

/**
 * The form of release tags.
 *
 * @param text the tag's text, with {@code {version}} instead of the version
 */
public record TagPattern(String text) {

  public static final String VERSION = "{version}";

  public TagPattern {
    if (!text.contains(VERSION) || text.indexOf(VERSION) != text.lastIndexOf(VERSION)) {
      throw new IllegalArgumentException(
          "not a pattern for tags: '" + text + "' (it must contain {version} once)");
    }
  }

  public String tagOf(Version version) {
    return text.replace(VERSION, version.text());
  }

  /** The version that a tag names; empty for a tag of another form. */
  public Optional<Version> versionOf(String tag) {
    int at = text.indexOf(VERSION);
    String before = text.substring(0, at);
    String after = text.substring(at + VERSION.length());
    if (!tag.startsWith(before)
        || !tag.endsWith(after)
        || tag.length() <= before.length() + after.length()) {
      return Optional.empty();
    }
    String version = tag.substring(before.length(), tag.length() - after.length());
    try {
      return Optional.of(new Version(version));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
