package dev.xenvendor.adopt;

import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The differences between trunk's headers and a pristine release.
 *
 * @param hunks the changed stretches of files that both have
 * @param missing headers of the release that trunk does not have
 * @param own files below the prefix that the release does not have
 */
public record LocalChanges(List<LocalHunk> hunks, List<HeaderPath> missing, List<HeaderPath> own) {

  /**
   * One changed stretch.
   *
   * @param line the line in trunk's file, counted from 1
   */
  public record LocalHunk(HeaderPath path, int line, int added, int removed) {}

  static LocalChanges between(HeaderTree pristine, HeaderTree local) {
    List<LocalHunk> hunks = new ArrayList<>();
    List<HeaderPath> missing = new ArrayList<>();
    List<HeaderPath> own = new ArrayList<>();
    for (HeaderPath path : pristine.differences(local)) {
      Optional<HeaderFile> before = pristine.get(path);
      Optional<HeaderFile> after = local.get(path);
      if (after.isEmpty()) {
        missing.add(path);
      } else if (before.isEmpty()) {
        own.add(path);
      } else {
        for (LineEdit edit : LineDiff.between(before.get().bytes(), after.get().bytes())) {
          hunks.add(new LocalHunk(path, edit.afterBegin() + 1, edit.inserted(), edit.removed()));
        }
      }
    }
    return new LocalChanges(hunks, missing, own);
  }

  /** Returns how many files have changed stretches. */
  public long changedFiles() {
    return hunks.stream().map(LocalHunk::path).distinct().count();
  }
}
