package dev.xenvendor.tree;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares two folders file by file, but for folders in them that are known to be equal. */
final class FolderComparison {

  private final SortedSet<HeaderPath> differences = new TreeSet<>();

  private FolderComparison() {}

  /** The paths at which the folders do not have the same file, in path order. */
  static Set<HeaderPath> between(HeaderFolder here, HeaderFolder there) {
    FolderComparison comparison = new FolderComparison();
    comparison.compare(here, there, "");
    return comparison.differences;
  }

  private void compare(HeaderFolder here, HeaderFolder there, String prefix) {
    FolderDifference difference = FolderDifference.between(here, there);
    difference.files().forEach(name -> differences.add(new HeaderPath(prefix + name)));
    for (String name : difference.folders()) {
      compare(
          here.folder(name).orElse(MemoryFolder.EMPTY),
          there.folder(name).orElse(MemoryFolder.EMPTY),
          prefix + name + '/');
    }
  }
}
