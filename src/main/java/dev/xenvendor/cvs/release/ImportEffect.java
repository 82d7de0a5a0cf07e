package dev.xenvendor.cvs.release;

import dev.xenvendor.cvs.CvsFile;
import dev.xenvendor.cvs.CvsHistory;
import dev.xenvendor.tree.HeaderPath;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The effect of an import, derived from the tags: what {@code cvs import} prints depends on where
 * an interrupted run had come to.
 *
 * @param added new since the base
 * @param changed by upstream since the base
 * @param onTrunk those of the two that trunk shows at once, since they had no change there
 * @param toMerge those of the two that trunk has a revision of its own of: what {@code cvs import}
 *     calls conflicts
 * @param dropped files that upstream dropped; they stay alive until a merge removes them
 */
public record ImportEffect(
    SortedSet<HeaderPath> added,
    SortedSet<HeaderPath> changed,
    SortedSet<HeaderPath> onTrunk,
    SortedSet<HeaderPath> toMerge,
    SortedSet<HeaderPath> dropped) {

  static ImportEffect of(CvsSurvey before, CvsHistory now, Set<HeaderPath> release) {
    SortedSet<HeaderPath> added = new TreeSet<>();
    SortedSet<HeaderPath> changed = new TreeSet<>();
    SortedSet<HeaderPath> dropped = new TreeSet<>();
    String base = before.base().map(found -> found.tag().tag()).orElse("");
    for (CvsFile file : now.files().values()) {
      boolean was = file.has(base);
      if (!release.contains(file.path())) {
        if (was && !file.dead()) {
          dropped.add(file.path());
        }
      } else if (!was) {
        added.add(file.path());
      } else if (!file.revision(base).equals(file.revision(before.releaseTag()))) {
        changed.add(file.path());
      }
    }
    SortedSet<HeaderPath> toMerge = new TreeSet<>(added);
    toMerge.addAll(changed);
    SortedSet<HeaderPath> onTrunk = new TreeSet<>(toMerge);
    onTrunk.removeIf(path -> now.find(path).filter(CvsFile::isAsImported).isEmpty());
    toMerge.removeAll(onTrunk);
    return new ImportEffect(added, changed, onTrunk, toMerge, dropped);
  }
}
