package dev.xenvendor.tree;

import java.util.Map;
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
    if (here.isKnownToBe(there)) {
      return;
    }
    Map<String, HeaderFile> theirs = there.files();
    here.files()
        .forEach(
            (name, file) -> {
              if (!file.equals(theirs.get(name))) {
                differences.add(new HeaderPath(prefix + name));
              }
            });
    Map<String, HeaderFile> ours = here.files();
    theirs.forEach(
        (name, file) -> {
          if (!ours.containsKey(name)) {
            differences.add(new HeaderPath(prefix + name));
          }
        });
    Map<String, HeaderFolder> theirFolders = there.folders();
    here.folders()
        .forEach(
            (name, folder) ->
                compare(
                    folder,
                    theirFolders.getOrDefault(name, MemoryFolder.EMPTY),
                    prefix + name + '/'));
    theirFolders.forEach(
        (name, folder) -> {
          if (!here.folders().containsKey(name)) {
            compare(MemoryFolder.EMPTY, folder, prefix + name + '/');
          }
        });
  }
}
