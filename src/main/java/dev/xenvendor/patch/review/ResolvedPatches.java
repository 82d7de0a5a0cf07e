package dev.xenvendor.patch.review;

import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.MergeState;
import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.downstream.PatchState;
import dev.xenvendor.downstream.UnfinishedMerge;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.ReleasedHeader;
import dev.xenvendor.patch.propose.PatchRefresh;
import dev.xenvendor.patch.residue.LocalCopy;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.patch.residue.ResidueHunk;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Rewrites local patches that conflicted in a merge, to match how a person resolved their
 * conflicts, and finds those that no longer fit.
 */
public final class ResolvedPatches {

  private final Downstream tree;

  public ResolvedPatches(Downstream tree) {
    this.tree = tree;
  }

  /**
   * The patches that do not apply to the release, with the reason, once the others are resolved.
   */
  public List<PatchReport> settle(UnfinishedMerge merge, Version release) {
    Optional<HeaderTree> headers = tree.branch().published(release);
    PatchSet patches = tree.patches();
    if (headers.isEmpty() || patches.isEmpty()) {
      return List.of();
    }
    HeaderTree settled = merge.settledBelow(tree.vendor().prefix());
    PatchRefresh refresh = new PatchRefresh(patches, release);
    Set<HeaderPath> edited = edited(merge);
    Map<HeaderPath, LocalPatch> lost = lost(stale(patches, release, headers.get(), settled));
    lost.forEach(
        (path, patch) -> {
          Optional<HeaderFile> file = settled.get(path);
          if (file.isPresent() && headers.get().contains(path) && !edited.contains(path)) {
            refresh.absorb(patch, header(headers.get(), path, release), file.get().bytes());
          }
        });
    Map<HeaderPath, Optional<HeaderFile>> files = new TreeMap<>();
    Refreshes.files(tree, refresh.refreshed())
        .forEach((path, file) -> files.put(path, Optional.of(file)));
    if (!files.isEmpty()) {
      merge.settle(files);
    }
    return stale(patches.replacing(refresh.refreshed()), release, headers.get(), settled);
  }

  private List<PatchReport> stale(
      PatchSet now, Version release, HeaderTree headers, HeaderTree settled) {
    Residue residue = Residue.of(now, LocalCopy.of(release, headers, settled));
    return PatchReport.all(now, release, residue).stream()
        .filter(report -> report.state() == PatchState.DOES_NOT_APPLY)
        .toList();
  }

  /** Returns the headers of which exactly one patch is lost. */
  private static Map<HeaderPath, LocalPatch> lost(List<PatchReport> stale) {
    Map<HeaderPath, List<LocalPatch>> byFile = new TreeMap<>();
    for (PatchReport report : stale) {
      report
          .patch()
          .change()
          .onlyFile()
          .ifPresent(
              path -> byFile.computeIfAbsent(path, p -> new ArrayList<>()).add(report.patch()));
    }
    Map<HeaderPath, LocalPatch> lost = new TreeMap<>();
    byFile.forEach(
        (path, all) -> {
          if (all.size() == 1) {
            lost.put(path, all.get(0));
          }
        });
    return lost;
  }

  /** The headers with undeclared edits before the merge, which must not become declared unseen. */
  private Set<HeaderPath> edited(UnfinishedMerge merge) {
    Optional<Version> base = merge.state().flatMap(MergeState::base);
    HeaderTree local = tree.local();
    return base.flatMap(tree.branch()::published)
        .map(
            headers ->
                Residue.of(tree.patches(), LocalCopy.of(base.get(), headers, local))
                    .hunks()
                    .stream()
                    .map(ResidueHunk::path)
                    .collect(Collectors.toCollection(TreeSet::new)))
        .orElseGet(() -> new TreeSet<>(local.paths()));
  }

  private ReleasedHeader header(HeaderTree headers, HeaderPath path, Version release) {
    Map<HeaderPath, byte[]> idents = tree.patches().spellingWhenPatched(tree.local()).idents();
    return new ReleasedHeader(headers, path, release, Optional.ofNullable(idents.get(path)));
  }
}
