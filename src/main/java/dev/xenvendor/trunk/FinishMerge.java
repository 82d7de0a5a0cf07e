package dev.xenvendor.trunk;

import dev.xenvendor.header.GitId;
import dev.xenvendor.header.HeaderFile;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.trunk.MergeState.NotedConflict;
import dev.xenvendor.vendor.Vendor;
import dev.xenvendor.vendor.VendorBranch;
import dev.xenvendor.vendor.Version;
import java.util.List;
import java.util.Optional;

/** Ends a merge that waited for a person: commits it, or takes it back. */
public final class FinishMerge {

  /**
   * How it ended.
   *
   * @param release the release, where the program began the merge
   * @param unmerged files that git still lists as unmerged, so that nothing was committed
   * @param marked files that still hold conflict markers, likewise
   * @param commit the merge commit, if one was made
   */
  public record Report(
      Optional<Version> release,
      Optional<Version> base,
      List<HeaderPath> unmerged,
      List<HeaderPath> marked,
      Optional<GitId> commit) {

    public boolean isFinished() {
      return unmerged.isEmpty() && marked.isEmpty();
    }
  }

  private final Trunk trunk;
  private final RecordMerge recordMerge;

  public FinishMerge(Vendor vendor, VendorBranch branch, Trunk trunk) {
    this.trunk = trunk;
    this.recordMerge = new RecordMerge(vendor, branch);
  }

  /** Commits the merge, if nothing is left to decide. */
  public Report commit() {
    UnfinishedMerge merge = Conflicts.required(trunk);
    recordMerge.settle(merge);
    List<HeaderPath> unmerged = List.copyOf(merge.unmerged().keySet());
    List<HeaderPath> marked = marked(merge);
    Optional<GitId> commit =
        unmerged.isEmpty() && marked.isEmpty() ? Optional.of(merge.commit()) : Optional.empty();
    return report(merge.state(), unmerged, marked, commit);
  }

  private static List<HeaderPath> marked(UnfinishedMerge merge) {
    return merge.state().map(MergeState::conflicts).orElse(List.of()).stream()
        .map(NotedConflict::path)
        .filter(
            path ->
                merge
                    .settled(path)
                    .map(HeaderFile::bytes)
                    .filter(MarkerBlock::anyMarkerIn)
                    .isPresent())
        .toList();
  }

  public Report abort() {
    UnfinishedMerge merge = Conflicts.required(trunk);
    Optional<MergeState> state = merge.state();
    merge.abort();
    return report(state, List.of(), List.of(), Optional.empty());
  }

  private static Report report(
      Optional<MergeState> state,
      List<HeaderPath> unmerged,
      List<HeaderPath> marked,
      Optional<GitId> commit) {
    return new Report(
        state.map(MergeState::release), state.flatMap(MergeState::base), unmerged, marked, commit);
  }
}
