package dev.xenvendor.conflict;

import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.InapplicablePatch;
import dev.xenvendor.downstream.MergeInProgress;
import dev.xenvendor.downstream.MergeState;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.UnfinishedMerge;
import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.merge.MergedText;
import dev.xenvendor.merge.Side;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.resolution.ConflictTexts;
import dev.xenvendor.resolution.ResolutionLog;
import dev.xenvendor.resolution.ResolutionStore;
import dev.xenvendor.resolution.SettledTexts;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Records how the conflicts of a merge in progress are settled, so that the same conflicts are
 * settled in the same way in later merges.
 */
final class RecordResolutions {

  /** What is settled in a merge. */
  record Settled(List<SettledTexts> texts, Optional<Version> release, Optional<Version> base) {}

  private final Conflicts conflicts;
  private final MergeInProgress inProgress;
  private final HeaderPath prefix;
  private final ResolutionStore store;

  RecordResolutions(Downstream tree, Trunk trunk) {
    this.conflicts = new Conflicts(tree, trunk);
    this.inProgress = new MergeInProgress(tree, trunk);
    this.prefix = tree.vendor().prefix();
    this.store = trunk.resolutions(tree.vendor());
  }

  /** What is settled now; nothing in a merge that is not of a release. */
  Settled settled(UnfinishedMerge merge) {
    Optional<Version> release = inProgress.releaseOf(merge);
    List<SettledTexts> all = new ArrayList<>();
    if (release.isPresent()) {
      conflicts.all(merge).forEach(conflict -> all.addAll(settled(merge, conflict)));
    }
    return new Settled(all, release, merge.state().flatMap(MergeState::base));
  }

  /**
   * Records what is settled. A merge does not depend on it: what goes wrong is returned.
   *
   * @param commit the commit of the merge, if there is one
   */
  RecordedResolutions record(Settled settled, Optional<GitId> commit) {
    try {
      int fresh =
          new ResolutionLog(store)
              .record(settled.texts(), commit, settled.release(), settled.base());
      return new RecordedResolutions(store.ref(), settled.texts().size(), fresh, Optional.empty());
    } catch (Problem problem) {
      return new RecordedResolutions(store.ref(), 0, 0, Optional.of(problem.text()));
    }
  }

  /** Records what is settled in a merge that is not committed yet. */
  RecordedResolutions record(UnfinishedMerge merge) {
    return record(settled(merge), Optional.empty());
  }

  private List<SettledTexts> settled(UnfinishedMerge merge, MergeConflict conflict) {
    Collection<HeaderPath> paths = conflict.noted().paths();
    boolean isOfHeaders = paths.stream().allMatch(path -> path.isBelow(prefix));
    ConflictTexts texts =
        ConflictTexts.ofFiles(
            conflict.kind(), conflict.lost().map(InapplicablePatch::id), below(conflict));
    boolean isKnown = texts.sides().values().stream().noneMatch(Map::isEmpty);
    if (!isOfHeaders || !isKnown || !texts.isKeepable()) {
      return List.of();
    }
    MergedText merged = conflicts.merged(conflict.sidesHere());
    if (conflict.isOpen()) {
      return merge
          .workTreeFile(conflict.path())
          .filter(MarkerBlock::anyMarkerIn)
          .map(file -> SettledHunks.in(conflict.path().below(prefix).orElseThrow(), merged, file))
          .orElse(List.of());
    }
    return SettledHunks.of(
        texts, merged, conflict.path().below(prefix).orElseThrow(), results(merge, paths));
  }

  private Map<HeaderPath, Map<Side, HeaderFile>> below(MergeConflict conflict) {
    Map<HeaderPath, Map<Side, HeaderFile>> below = new HashMap<>();
    conflict
        .sides()
        .forEach((path, sides) -> path.below(prefix).ifPresent(at -> below.put(at, sides)));
    return below;
  }

  private SortedMap<HeaderPath, HeaderFile> results(
      UnfinishedMerge merge, Collection<HeaderPath> paths) {
    SortedMap<HeaderPath, HeaderFile> results = new TreeMap<>();
    for (HeaderPath path : paths) {
      merge.settled(path).ifPresent(file -> results.put(path.below(prefix).orElseThrow(), file));
    }
    return results;
  }
}
