package dev.xenvendor.source;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.Limits;
import dev.xenvendor.tree.TreeSafety;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks paths from archives, and refuses those that could be written outside the tree. */
final class CheckedPaths {

  /** The replacement character, which a decoder writes for bytes that are not UTF-8. */
  static final char NOT_UTF8 = '\uFFFD';

  private final String sourceName;
  private final Limits limits;
  private final Map<String, HeaderPath> folded = new HashMap<>();

  CheckedPaths(String sourceName, Limits limits) {
    this.sourceName = sourceName;
    this.limits = limits;
  }

  /** The path that an entry of the source names. */
  static HeaderPath of(String sourceName, String name) {
    requireUtf8(sourceName, name);
    String plain = name.startsWith("./") ? name.substring(2) : name;
    if (plain.startsWith("/") || plain.matches("[A-Za-z]:.*") || plain.indexOf('\\') >= 0) {
      throw refused(sourceName, "a path is absolute or not portable: " + name);
    }
    try {
      HeaderPath path = new HeaderPath(plain);
      TreeSafety.pathProblem(path, Limits.DEFAULT)
          .ifPresent(
              problem -> {
                throw refused(sourceName, problem);
              });
      return path;
    } catch (IllegalArgumentException e) {
      throw refused(sourceName, String.valueOf(e.getMessage())).because(e);
    }
  }

  /** A name of other bytes would be decoded to another name, which is not upstream's. */
  private static void requireUtf8(String sourceName, String name) {
    if (name.indexOf(NOT_UTF8) >= 0) {
      throw refused(sourceName, "the file name " + name + " is not UTF-8");
    }
  }

  /** Takes note of a header's path; none may be there twice, whatever the case of its letters. */
  void add(HeaderPath path) {
    HeaderPath other = folded.put(path.value().toLowerCase(Locale.ROOT), path);
    if (path.equals(other)) {
      throw refused(sourceName, path + " occurs twice");
    }
    if (other != null) {
      throw refused(sourceName, other + " and " + path + " differ only in case");
    }
  }

  /** Refuses files below something that is not a folder. */
  void requireNoFileAsFolder() {
    for (HeaderPath path : folded.values()) {
      for (Optional<HeaderPath> above = path.parent();
          above.isPresent();
          above = above.get().parent()) {
        if (folded.containsKey(above.get().value().toLowerCase(Locale.ROOT))) {
          throw refused(sourceName, above.get() + " is a file and a folder at once");
        }
      }
    }
  }

  /** Refuses a symbolic link that leads out of the tree it is in. */
  void requireInside(HeaderPath link, String target) {
    int depth = link.value().split("/").length - 1;
    boolean inside = !target.startsWith("/") && !target.isEmpty() && target.indexOf('\\') < 0;
    for (String part : target.split("/")) {
      depth += part.equals("..") ? -1 : part.equals(".") || part.isEmpty() ? 0 : 1;
      inside &= depth >= 0;
    }
    if (!inside) {
      throw refused(sourceName, "the link " + link + " leads out of the tree, to " + target);
    }
  }

  /** Refuses a file that is larger than a header may be. */
  void requireSize(HeaderPath path, long size) {
    if (size > limits.fileBytes()) {
      throw refused(sourceName, path + " has more than " + (limits.fileBytes() >> 20) + " MiB");
    }
  }

  /** Returns how many bytes a header may have. */
  int mostBytes() {
    return (int) Math.min(limits.fileBytes(), Integer.MAX_VALUE - 16);
  }

  static Problem refused(String sourceName, String why) {
    return Problem.unavailable(sourceName + " is refused: " + why)
        .hint("nothing was imported; get the release from upstream");
  }
}
