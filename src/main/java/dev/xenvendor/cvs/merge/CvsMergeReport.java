package dev.xenvendor.cvs.merge;

import dev.xenvendor.cvs.CvsLocation;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.update.MergeReport;
import java.util.List;

/**
 * The result of a merge in CVS, made or planned.
 *
 * @param again whether the release was merged before, and only unchanged files were left
 * @param skipped whether trunk was at a release that the vendor branch lacks
 * @param behind where there is nothing to merge, the headers that seem to be from an earlier
 *     release all the same, seen from the prefix
 * @param places what is to be committed, seen from the root of the tree
 * @param place where the working copy begins
 */
public record CvsMergeReport(
    MergeReport merge,
    boolean again,
    boolean skipped,
    List<HeaderPath> behind,
    List<HeaderPath> places,
    CvsLocation place) {}
