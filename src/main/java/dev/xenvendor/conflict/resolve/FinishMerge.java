package dev.xenvendor.conflict.resolve;

import dev.xenvendor.conflict.MergeRedefinitions;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.MergeInProgress;
import dev.xenvendor.downstream.MergeState;
import dev.xenvendor.downstream.MergeState.NotedConflict;
import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.downstream.RecordMerge;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.UnfinishedMerge;
import dev.xenvendor.merge.Breakage;
import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.merge.Side;
import dev.xenvendor.patch.review.ResolvedPatches;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.update.Breakages;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Commits or aborts a merge that waited for a person. */
public final class FinishMerge {

  /**
   * The outcome.
   *
   * @param release the release, where the program began the merge
   * @param unmerged files that git still lists as unmerged, so that nothing was committed
   * @param marked files that still hold conflict markers, likewise
   * @param broken headers that are not well formed though they are on every side, likewise
   * @param stale local patches that do not fit the release that trunk has now
   * @param commit the merge commit, if one was made
   * @param recorded how the resolutions were recorded
   */
  public record Report(
      Optional<Version> release,
      Optional<Version> base,
      List<HeaderPath> unmerged,
      List<HeaderPath> marked,
      SortedMap<HeaderPath, List<Breakage>> broken,
      List<PatchReport> stale,
      Optional<GitId> commit,
      RecordedResolutions recorded) {

    public boolean isFinished() {
      return unmerged.isEmpty() && marked.isEmpty() && broken.isEmpty();
    }
  }

  private final Vendor vendor;
  private final Downstream tree;
  private final MergeInProgress inProgress;
  private final RecordMerge recordMerge;
  private final ResolvedPatches settledPatches;
  private final RecordResolutions resolutions;

  public FinishMerge(Downstream tree, Trunk trunk) {
    this.vendor = tree.vendor();
    this.tree = tree;
    this.inProgress = new MergeInProgress(tree, trunk);
    this.recordMerge = new RecordMerge(tree);
    this.settledPatches = new ResolvedPatches(tree);
    this.resolutions = new RecordResolutions(tree, trunk);
  }

  /**
   * Commits the merge, if nothing is left to decide.
   *
   * @param allowBroken whether headers may be committed that the merge has broken
   */
  public Report commit(boolean allowBroken) {
    UnfinishedMerge merge = inProgress.required();
    recordMerge.settle(merge);
    List<HeaderPath> unmerged = List.copyOf(merge.unmerged().keySet());
    List<HeaderPath> marked = marked(merge);
    SortedMap<HeaderPath, List<Breakage>> broken =
        allowBroken ? Collections.emptySortedMap() : broken(merge, marked);
    boolean ready = unmerged.isEmpty() && marked.isEmpty() && broken.isEmpty();
    Optional<Version> release = merge.state().map(MergeState::release);
    List<PatchReport> stale =
        release
            .filter(version -> ready)
            .map(v -> settledPatches.settle(merge, v))
            .orElse(List.of());
    if (!ready) {
      return report(merge.state(), unmerged, marked, broken, stale);
    }
    RecordResolutions.Settled settled = resolutions.settled(merge);
    RecordedResolutions before = resolutions.record(settled, Optional.empty());
    Optional<GitId> commit = Optional.of(merge.commit());
    RecordedResolutions recorded = resolutions.record(settled, commit).after(before);
    return new Report(
        release,
        merge.state().flatMap(MergeState::base),
        List.of(),
        List.of(),
        broken,
        stale,
        commit,
        recorded);
  }

  /** The headers to commit that are well formed in trunk and in the release, but not as merged. */
  private SortedMap<HeaderPath, List<Breakage>> broken(
      UnfinishedMerge merge, List<HeaderPath> marked) {
    SortedMap<HeaderPath, List<Breakage>> broken = new TreeMap<>();
    Optional<HeaderTree> release = merged(merge).map(tree.branch()::headers);
    if (release.isEmpty()) {
      return broken;
    }
    HeaderTree local = tree.local();
    merge
        .settledBelow(vendor.prefix())
        .files()
        .forEach(
            (path, file) -> {
              HeaderPath place = vendor.prefix().resolve(path);
              Map<Side, byte[]> sides = new EnumMap<>(Side.class);
              local.get(path).ifPresent(f -> sides.put(Side.LOCAL, f.bytes()));
              release.get().get(path).ifPresent(f -> sides.put(Side.VENDOR, f.bytes()));
              boolean changed =
                  !local.get(path).equals(Optional.of(file))
                      && !release.get().get(path).equals(Optional.of(file));
              if (changed && file.mode().isFile() && !marked.contains(place)) {
                List<Breakage> found = Breakages.in(path, file.bytes(), sides);
                if (!found.isEmpty()) {
                  broken.put(place, found);
                }
              }
            });
    new MergeRedefinitions(tree.trunk(), vendor.prefix(), merge)
        .settledTwice(release.get())
        .forEach(broken::putIfAbsent);
    return broken;
  }

  /** The release to merge, also if plain git began the merge. */
  private Optional<ImportedRelease> merged(UnfinishedMerge merge) {
    return tree.branch().releases().stream()
        .filter(
            release ->
                merge.otherParent().filter(release.commit()::equals).isPresent()
                    || merge
                        .state()
                        .filter(state -> state.release().equals(release.version()))
                        .isPresent())
        .findFirst();
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
    UnfinishedMerge merge = inProgress.requiredOfRelease();
    Optional<MergeState> state = merge.state();
    RecordedResolutions recorded = resolutions.record(merge);
    merge.abort();
    return new Report(
        state.map(MergeState::release),
        state.flatMap(MergeState::base),
        List.of(),
        List.of(),
        Collections.emptySortedMap(),
        List.of(),
        Optional.empty(),
        recorded);
  }

  private static Report report(
      Optional<MergeState> state,
      List<HeaderPath> unmerged,
      List<HeaderPath> marked,
      SortedMap<HeaderPath, List<Breakage>> broken,
      List<PatchReport> stale) {
    return new Report(
        state.map(MergeState::release),
        state.flatMap(MergeState::base),
        unmerged,
        marked,
        broken,
        stale,
        Optional.empty(),
        RecordedResolutions.NONE);
  }
}
