package dev.xenvendor.tree;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A path in a header tree, relative to the tree's root, with {@code /} between its parts.
 *
 * <p>A path that could leave the tree, or reach into git's own folder, cannot be made.
 */
public record HeaderPath(String value) implements Comparable<HeaderPath> {

  public HeaderPath {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a path is empty");
    }
    int start = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || value.charAt(i) == '/') {
        checkPart(value, start, i);
        start = i + 1;
      } else if (value.charAt(i) == 0) {
        throw new IllegalArgumentException(
            "a path holds a NUL character: " + value.substring(0, i));
      }
    }
  }

  public static HeaderPath of(String value) {
    return new HeaderPath(value);
  }

  /** The path of {@code below} when this path is its folder. */
  public HeaderPath resolve(HeaderPath below) {
    return new HeaderPath(value + '/' + below.value);
  }

  public HeaderPath resolve(String below) {
    return new HeaderPath(value + '/' + below);
  }

  /** Returns what is left of this path below {@code folder}; empty when it is not below it. */
  public Optional<HeaderPath> below(HeaderPath folder) {
    return isBelow(folder)
        ? Optional.of(new HeaderPath(value.substring(folder.value.length() + 1)))
        : Optional.empty();
  }

  public boolean isBelow(HeaderPath folder) {
    return value.length() > folder.value.length()
        && value.charAt(folder.value.length()) == '/'
        && value.startsWith(folder.value);
  }

  /** The last part: the file's own name. */
  public String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /** The folder this path is in; empty at the root. */
  public Optional<HeaderPath> parent() {
    int slash = value.lastIndexOf('/');
    return slash < 0 ? Optional.empty() : Optional.of(new HeaderPath(value.substring(0, slash)));
  }

  // A record's own two are put together when they are first called, which every start would pay
  // for.

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof HeaderPath other && value.equals(other.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(HeaderPath other) {
    return value.compareTo(other.value);
  }

  /** The path as messages show it: control characters, which few names hold, are escaped. */
  @Override
  public String toString() {
    if (value.chars().noneMatch(Character::isISOControl)) {
      return value;
    }
    StringBuilder shown = new StringBuilder();
    value
        .chars()
        .forEach(
            c -> shown.append(Character.isISOControl(c) ? String.format("\\x%02x", c) : (char) c));
    return shown.toString();
  }

  private static void checkPart(String path, int start, int end) {
    if (start == end) {
      throw new IllegalArgumentException("a path has an empty part: " + path);
    }
    // The first letter decides for nearly every part, without extracting it.
    char first = path.charAt(start);
    if (first == '.' || first == 'g' || first == 'G' || isIgnored(first)) {
      checkPart(path, path.substring(start, end));
    }
  }

  private static void checkPart(String path, String part) {
    if (part.equals(".") || part.equals("..")) {
      throw new IllegalArgumentException("a path contains '" + part + "': " + path);
    }
    if (namesGitFolder(part)) {
      throw new IllegalArgumentException("a path reaches into git's own folder: " + path);
    }
  }

  /**
   * File systems that ignore case, dots and blanks at the end, streams (NTFS) or invisible
   * characters (HFS+) take these for git's own folder; {@code git fsck --strict} knows the same.
   */
  private static boolean namesGitFolder(String part) {
    return isSameToSomeFileSystem(part, ".git") || isSameToSomeFileSystem(part, "git~1");
  }

  /** Returns whether some file system opens {@code name} when it is asked for {@code part}. */
  public static boolean isSameToSomeFileSystem(String part, String name) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == ':' || c == '\\') {
        break; // a stream, or a folder of its own, to NTFS
      }
      if (!isIgnored(c)) {
        plain.append(c);
      }
    }
    while (plain.length() > 0 && " .".indexOf(plain.charAt(plain.length() - 1)) >= 0) {
      plain.setLength(plain.length() - 1);
    }
    return plain.toString().equalsIgnoreCase(name);
  }

  /** The characters that HFS+ leaves out of a name when it compares two. */
  private static boolean isIgnored(char c) {
    return (c >= '\u200C' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u206A' && c <= '\u206F')
        || c == '\uFEFF';
  }
}
