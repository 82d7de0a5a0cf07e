package dev.xenvendor.update;

import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.downstream.MergeRecord;
import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.downstream.PatchedSides;
import dev.xenvendor.merge.Labels;
import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A completely computed merge of which nothing is written yet.
 *
 * @param release the release to merge
 * @param headers its headers as published
 * @param result the merged headers, relative to the prefix
 * @param undone patches that the merged headers no longer carry, without a conflict
 * @param outside files outside the prefix that the merge writes: MD headers
 * @param refreshed local patches as rewritten for the merged release
 */
public record PlannedMerge(
    MergeBase base,
    ImportedRelease release,
    HeaderTree headers,
    PatchedSides sides,
    MergeResult result,
    List<PatchReport> patches,
    List<RevertedPatch> undone,
    Labels labels,
    Map<HeaderPath, HeaderFile> outside,
    List<LocalPatch> refreshed) {

  /** The release's headers with its local patches, as the record of the merge holds them. */
  public MergeRecord record(Downstream tree) {
    PatchSet patches = tree.patches();
    HeaderTree patched = patches.withBareIdents(sides.vendor().tree());
    MergeRecord record =
        MergeRecord.of(tree.vendor().name(), release, headers, patched, movedForPatches(patches));
    return tree.record()
        .map(before -> record.after(before, base.headers(), headers, patched))
        .orElse(record);
  }

  /** Only the moves of files that patches name are worth remembering. */
  private Map<HeaderPath, HeaderPath> movedForPatches(PatchSet patches) {
    Map<HeaderPath, HeaderPath> moved = new TreeMap<>();
    for (HeaderPath named : patches.namedFiles()) {
      for (HeaderPath at = named; sides.moved().containsKey(at); ) {
        HeaderPath to = sides.moved().get(at);
        if (moved.put(at, to) != null) {
          break; // there and back again
        }
        at = to;
      }
    }
    return moved;
  }

  /** The same merge with other merged headers. */
  PlannedMerge with(MergeResult other) {
    return new PlannedMerge(
        base, release, headers, sides, other, patches, undone, labels, outside, refreshed);
  }

  /**
   * Returns whether plain git merged this very release, so that trunk only lacks the record of it.
   */
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
