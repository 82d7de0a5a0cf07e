package dev.xenvendor.update;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.downstream.CommittedConfig;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.OpenedSource;
import dev.xenvendor.release.branch.ImportRelease;
import dev.xenvendor.release.branch.ImportReport;
import dev.xenvendor.release.branch.NewestRelease;
import dev.xenvendor.release.branch.PendingBranch;
import dev.xenvendor.update.UpdateReport.Steps;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Imports a release and merges it. Plans the merge before it writes the import, so that a refused
 * merge leaves no import behind.
 */
public final class Update {

  /**
   * The options of an update.
   *
   * @param ref which tag, branch or commit of the source, where not the release's own
   * @param pin whether a release without a manifest is pinned by its merge
   * @param merge how to merge; without a release, to the newest one
   */
  public record Request(Optional<String> ref, boolean pin, MergeRelease.Request merge) {

    private Request to(Version release) {
      return new Request(ref, pin, merge.of(release));
    }
  }

  private final Downstream tree;
  private final PendingBranch branch;
  private final Trunk trunk;
  private final CommittedConfig committedConfig;
  private final Supplier<LayoutProbe> probe;

  /**
   * @param tree trunk beside the vendor branch as it is
   * @param branch the vendor branch, on which the import is prepared
   */
  public Update(
      Downstream tree,
      PendingBranch branch,
      Trunk trunk,
      CommittedConfig committedConfig,
      Supplier<LayoutProbe> probe) {
    this.tree = tree;
    this.branch = branch;
    this.trunk = trunk;
    this.committedConfig = committedConfig;
    this.probe = probe;
  }

  /**
   * Updates trunk, or reports what that would do.
   *
   * @param source not opened where the release is named and imported already
   */
  public UpdateReport run(Request request, OpenedSource source) {
    merging(tree).requireReady(request.merge());
    MergeBase base = tree.mergeBase();
    Optional<Version> before = base.release().map(ImportedRelease::version);
    boolean named = request.merge().release().isPresent() || request.ref().isPresent();
    Version release = release(request, before, source);
    Optional<Steps> steps =
        isUpToDate(base, release, named)
            ? Optional.empty()
            : Optional.of(update(request.to(release), base, source));
    return new UpdateReport(tree.vendor(), release, named, before, steps, request.merge().dryRun());
  }

  private MergeRelease merging(Downstream state) {
    return new MergeRelease(state, trunk, committedConfig, probe);
  }

  private Version release(Request request, Optional<Version> before, OpenedSource source) {
    return request
        .merge()
        .release()
        .map(tree.config()::spelledAsPinned)
        .or(() -> request.ref().map(ref -> importer().nameOf(ref, source.get())))
        .orElseGet(() -> newest(before, source));
  }

  /** The newest release of the source, unless a newer one is imported already. */
  private Version newest(Optional<Version> before, OpenedSource source) {
    Version newest = new NewestRelease(tree.config(), branch).in(source.get(), before);
    List<ImportedRelease> imported = tree.branch().releases();
    return imported.isEmpty()
        ? newest
        : latest(newest, imported.get(imported.size() - 1).version());
  }

  private static Version latest(Version a, Version b) {
    return a.compareTo(b) < 0 ? b : a;
  }

  private boolean isUpToDate(MergeBase base, Version release, boolean named) {
    if (base.origin() != MergeBase.Origin.RECORD) {
      return false;
    }
    ImportedRelease merged = base.release().orElseThrow();
    return merged.version().sameRelease(release)
        || (!named && release.compareTo(merged.version()) < 0);
  }

  private Steps update(Request request, MergeBase base, OpenedSource source) {
    Version release = request.merge().release().orElseThrow();
    base.release()
        .ifPresent(merged -> MergeStartFinder.requireNotOlder(tree.vendor(), release, merged));
    ImportReport imported =
        importer()
            .run(new ImportRelease.Request(release, request.ref(), false, request.pin()), source);
    PreparedMerge merge = merging(tree.beside(branch)).prepare(request.merge());
    if (request.merge().dryRun()) {
      return new Steps(imported, merge.report());
    }
    branch.write();
    try {
      return new Steps(imported, merge.write());
    } catch (Problem problem) {
      throw problem.after(tree.vendor().title(release) + " is imported, but not merged");
    }
  }

  private ImportRelease importer() {
    return new ImportRelease(tree.config(), branch);
  }
}
