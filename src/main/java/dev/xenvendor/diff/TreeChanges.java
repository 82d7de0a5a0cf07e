package dev.xenvendor.diff;

import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The changes of files from one tree to a later one. */
public record TreeChanges(
    List<HeaderPath> added,
    List<HeaderPath> deleted,
    List<Rename> moved,
    List<HeaderPath> changed) {

  public static TreeChanges between(HeaderTree before, HeaderTree after) {
    List<Rename> moved = RenameDetector.detect(before, after);
    Set<HeaderPath> gone = new HashSet<>();
    Set<HeaderPath> come = new HashSet<>();
    for (Rename rename : moved) {
      gone.add(rename.from());
      come.add(rename.to());
    }
    List<HeaderPath> deleted = new ArrayList<>();
    List<HeaderPath> changed = new ArrayList<>();
    List<HeaderPath> added = new ArrayList<>();
    for (HeaderPath path : before.differences(after)) {
      if (before.contains(path) && after.contains(path)) {
        changed.add(path);
      } else if (before.contains(path) && !gone.contains(path)) {
        deleted.add(path);
      } else if (after.contains(path) && !come.contains(path)) {
        added.add(path);
      }
    }
    return new TreeChanges(added, deleted, moved, changed);
  }
}
