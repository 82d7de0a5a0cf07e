package dev.xenvendor.conflict.resolve;

import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.MergeInProgress;
import dev.xenvendor.downstream.MergeState;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.UnfinishedMerge;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.resolution.ResolutionLog;
import dev.xenvendor.resolution.ResolutionStore;
import dev.xenvendor.resolution.ResolvedTexts;
import dev.xenvendor.tree.GitId;
import java.util.List;
import java.util.Optional;

/**
 * Records how the conflicts of a merge in progress are resolved, so that the same conflicts are
 * resolved in the same way in later merges.
 */
final class RecordResolutions {

  /** The resolved part of a merge. */
  record Settled(List<ResolvedTexts> texts, Optional<Version> release, Optional<Version> base) {}

  private final ResolvedDecisions decisions;
  private final MergeInProgress inProgress;
  private final ResolutionStore store;

  RecordResolutions(Downstream tree, Trunk trunk) {
    this.decisions = new ResolvedDecisions(tree, trunk);
    this.inProgress = new MergeInProgress(tree, trunk);
    this.store = trunk.resolutions(tree.vendor());
  }

  /** Returns what is resolved now; nothing in a merge that is not of a release. */
  Settled settled(UnfinishedMerge merge) {
    Optional<Version> release = inProgress.releaseOf(merge);
    List<ResolvedTexts> all =
        release.isPresent()
            ? decisions.in(merge).stream().map(ResolvedDecision::texts).toList()
            : List.of();
    return new Settled(all, release, merge.state().flatMap(MergeState::base));
  }

  /**
   * Records what is resolved. A merge does not depend on it: what goes wrong is returned.
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

  /** Records what is resolved in a merge that is not committed yet. */
  RecordedResolutions record(UnfinishedMerge merge) {
    return record(settled(merge), Optional.empty());
  }
}
