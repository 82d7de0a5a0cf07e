package dev.xenvendor.adopt;

import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The supported targets whose headers a tree contains. */
final class HeaderTargets {

  private static final List<String> KNOWN = List.of("i386", "x86_64");

  private HeaderTargets() {}

  /**
   * Tells them by the names of headers: {@code x86_32} or {@code x86_64} in a path names one half
   * of x86, {@code arch-…} any machine. A tree without headers of any machine is for all.
   *
   * @param headers those below the prefix
   * @return none where all of them are for other machines than x86
   */
  static List<String> of(HeaderTree headers) {
    Collection<HeaderPath> paths = headers.paths();
    List<String> targets = new ArrayList<>();
    if (isIn(paths, "x86_32")) {
      targets.add("i386");
    }
    if (isIn(paths, "x86_64")) {
      targets.add("x86_64");
    }
    boolean other = isIn(paths, "arch-") && !isIn(paths, "arch-x86");
    return targets.isEmpty() && !other ? KNOWN : targets;
  }

  private static boolean isIn(Collection<HeaderPath> paths, String part) {
    return paths.stream().anyMatch(path -> path.value().contains(part));
  }
}
