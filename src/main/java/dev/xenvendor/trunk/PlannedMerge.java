package dev.xenvendor.trunk;

import dev.xenvendor.header.HeaderFile;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.merge.Labels;
import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.vendor.ImportedRelease;
import java.util.List;
import java.util.Map;

/**
 * A merge worked out in full, of which nothing is written yet.
 *
 * @param release what is merged
 * @param headers its headers as published
 * @param result the merged headers, seen from the prefix
 * @param undone patches that the merged headers no longer carry, without a conflict
 * @param outside files outside the prefix that the merge writes: MD headers
 */
record PlannedMerge(
    MergeBase base,
    ImportedRelease release,
    HeaderTree headers,
    PatchedSides sides,
    MergeResult result,
    List<PatchReport> patches,
    List<UndonePatch> undone,
    Labels labels,
    Map<HeaderPath, HeaderFile> outside) {

  /** Whether plain git merged this very release, so that trunk only lacks the record of it. */
  boolean isOfWhatGitMerged() {
    return base.origin() == MergeBase.Origin.ANCESTRY
        && base.release().filter(release::equals).isPresent();
  }

  /** A release that plain git merged is up to date too, but for the record of it. */
  boolean isUpToDate() {
    return base.origin() == MergeBase.Origin.RECORD
        && base.release().filter(release::equals).isPresent();
  }
}
