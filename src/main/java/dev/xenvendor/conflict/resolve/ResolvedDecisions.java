package dev.xenvendor.conflict.resolve;

import dev.xenvendor.conflict.Conflicts;
import dev.xenvendor.conflict.MergeConflict;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.InapplicablePatch;
import dev.xenvendor.downstream.MergeInProgress;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.UnfinishedMerge;
import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.merge.MergedText;
import dev.xenvendor.merge.Side;
import dev.xenvendor.resolution.ConflictTexts;
import dev.xenvendor.resolution.KeptResolution;
import dev.xenvendor.resolution.KeptResolutions;
import dev.xenvendor.resolution.ResolutionOrigin;
import dev.xenvendor.resolution.ResolutionStore;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the decisions of a merge in progress that are resolved, by this program or by git. */
public final class ResolvedDecisions {

  private final Conflicts conflicts;
  private final MergeInProgress inProgress;
  private final HeaderPath prefix;
  private final ResolutionStore store;

  public ResolvedDecisions(Downstream tree, Trunk trunk) {
    this.conflicts = new Conflicts(tree, trunk);
    this.inProgress = new MergeInProgress(tree, trunk);
    this.prefix = tree.vendor().prefix();
    this.store = trunk.resolutions(tree.vendor());
  }

  /**
   * Returns what is decided now, with the occasion on which it was decided before; nothing if no
   * merge is in progress.
   */
  public List<ResolvedDecision> now() {
    List<ResolvedDecision> settled = inProgress.find().map(this::in).orElse(List.of());
    if (settled.isEmpty()) {
      return settled;
    }
    KeptResolutions kept = store.read();
    return settled.stream().map(one -> one.with(before(one, kept))).toList();
  }

  private static Optional<ResolutionOrigin> before(
      ResolvedDecision decision, KeptResolutions kept) {
    ConflictTexts texts = decision.texts().texts();
    return kept.of(texts).stream()
        .filter(one -> one.settled().resultsFor(texts).equals(decision.texts().results()))
        .map(KeptResolution::settlement)
        .max(Comparator.comparing(settlement -> settlement.by().when()));
  }

  /** Returns what is decided, in the order of the numbers. */
  List<ResolvedDecision> in(UnfinishedMerge merge) {
    List<ResolvedDecision> all = new ArrayList<>();
    conflicts.all(merge).forEach(conflict -> all.addAll(settled(merge, conflict)));
    return all;
  }

  private List<ResolvedDecision> settled(UnfinishedMerge merge, MergeConflict conflict) {
    Collection<HeaderPath> paths = conflict.noted().paths();
    boolean isOfHeaders = paths.stream().allMatch(path -> path.isBelow(prefix));
    ConflictTexts texts =
        ConflictTexts.ofFiles(
            conflict.kind(), conflict.lost().map(InapplicablePatch::id), below(conflict));
    boolean isKnown = texts.sides().values().stream().noneMatch(Map::isEmpty);
    if (!isOfHeaders || !isKnown || !texts.isKeepable()) {
      return List.of();
    }
    HeaderPath path = conflict.path().below(prefix).orElseThrow();
    MergedText merged = conflicts.merged(conflict.sidesHere());
    ResolvedHunks settled =
        conflict.isOpen()
            ? merge
                .workTreeFile(conflict.path())
                .filter(MarkerBlock::anyMarkerIn)
                .map(file -> ResolvedHunks.in(path, merged, file))
                .orElse(ResolvedHunks.NONE)
            : ResolvedHunks.of(texts, merged, path, results(merge, paths));
    return settled.decisions(conflict);
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
