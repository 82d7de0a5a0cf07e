package dev.xenvendor.cvs.merge;

import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.update.MergeStart;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The inputs of a merge in a CVS repository.
 *
 * @param unchanged files, seen from the prefix, without a change since an import: trunk shows the
 *     newest import of them, whatever was merged
 * @param recorded whether trunk holds a record of what was merged
 * @param skipped whether the base was committed to trunk and never imported
 * @param behind files, seen from the prefix, that are nearer to an earlier release than to the one
 *     that trunk as a whole is nearest to: a commit was interrupted, or upstream's change was
 *     refused
 */
record CvsMergeStart(
    MergeStart merge,
    Set<HeaderPath> unchanged,
    boolean recorded,
    boolean skipped,
    List<HeaderPath> behind) {

  /** Returns whether what is merged was merged before, so that only what it left can be left. */
  boolean isAgain() {
    MergeBase base = merge.base();
    return base.origin() != MergeBase.Origin.NO_HEADERS
        && base.release().equals(Optional.of(merge.release()));
  }
}
