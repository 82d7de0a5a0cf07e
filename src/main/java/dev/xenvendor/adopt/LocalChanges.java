package dev.xenvendor.adopt;

import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The differences between trunk's headers and a pristine release.
 *
 * @param hunks the number of changed stretches of files that both have
 * @param changedFiles the number of files that have them
 * @param own files below the prefix that the release does not have
 */
public record LocalChanges(int hunks, int changedFiles, List<HeaderPath> own) {

  static LocalChanges between(HeaderTree pristine, HeaderTree local) {
    int hunks = 0;
    int changedFiles = 0;
    List<HeaderPath> own = new ArrayList<>();
    for (HeaderPath path : pristine.differences(local)) {
      Optional<HeaderFile> before = pristine.get(path);
      Optional<HeaderFile> after = local.get(path);
      if (before.isEmpty()) {
        own.add(path);
      } else if (after.isPresent()) {
        int edits = LineDiff.between(before.get().bytes(), after.get().bytes()).size();
        hunks += edits;
        changedFiles += edits > 0 ? 1 : 0;
      }
    }
    return new LocalChanges(hunks, changedFiles, own);
  }
}
