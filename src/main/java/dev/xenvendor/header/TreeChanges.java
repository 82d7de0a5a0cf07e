package dev.xenvendor.header;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What became of the files of one tree in a later one. */
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
    for (HeaderPath path : before.paths()) {
      if (!after.contains(path)) {
        if (!gone.contains(path)) {
          deleted.add(path);
        }
      } else if (!before.get(path).equals(after.get(path))) {
        changed.add(path);
      }
    }
    List<HeaderPath> added =
        after.paths().stream()
            .filter(path -> !before.contains(path) && !come.contains(path))
            .toList();
    return new TreeChanges(added, deleted, moved, changed);
  }

  public boolean isEmpty() {
    return added.isEmpty() && deleted.isEmpty() && moved.isEmpty() && changed.isEmpty();
  }
}
