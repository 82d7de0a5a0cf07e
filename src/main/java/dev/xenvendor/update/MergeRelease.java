package dev.xenvendor.update;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.downstream.CommittedConfig;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.InapplicablePatch;
import dev.xenvendor.downstream.MergeInProgress;
import dev.xenvendor.downstream.MergeRecordYaml;
import dev.xenvendor.downstream.MergeState;
import dev.xenvendor.downstream.MergeState.NotedConflict;
import dev.xenvendor.downstream.RecordMerge;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.TrunkChange;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.Conflict.Stage;
import dev.xenvendor.patch.review.Refreshes;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.Trailers;
import dev.xenvendor.resolution.KeptResolutions;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.update.MergeReport.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Merges an imported release into trunk. */
public final class MergeRelease {

  /**
   * The options of the merge.
   *
   * @param release the release to merge; the newest imported one where none is named
   * @param singleParent whether the commit shall not record the vendor branch as a parent
   * @param includeConfig whether to commit declarations and manifests that only the work tree has
   * @param reuse whether conflicts are resolved as the same conflicts were resolved before
   * @param dryRun whether to work everything out and write nothing
   */
  public record Request(
      Optional<Version> release,
      boolean singleParent,
      boolean includeConfig,
      boolean reuse,
      boolean dryRun) {

    /** The same for a release. */
    Request of(Version other) {
      return new Request(Optional.of(other), singleParent, includeConfig, reuse, dryRun);
    }
  }

  private final Downstream tree;
  private final Vendor vendor;
  private final Trunk trunk;
  private final CommittedConfig committedConfig;
  private final RecordMerge recordMerge;
  private final MergeInProgress inProgress;
  private final MergePlanner planner;

  public MergeRelease(
      Downstream tree, Trunk trunk, CommittedConfig committedConfig, Supplier<LayoutProbe> probe) {
    this.tree = tree;
    this.vendor = tree.vendor();
    this.trunk = trunk;
    this.committedConfig = committedConfig;
    this.recordMerge = new RecordMerge(tree);
    this.inProgress = new MergeInProgress(tree, trunk);
    this.planner = new MergePlanner(tree, probe);
  }

  /** Merges the release, or reports what that would do. */
  public MergeReport run(Request request) {
    requireReady(request);
    PreparedMerge merge = prepare(request);
    return request.dryRun() ? merge.report() : merge.write();
  }

  /** Refuses a tree in which no merge can begin, whatever the release. */
  void requireReady(Request request) {
    tree.patches(); // an error in a declaration is reported first, and before anything is written
    if (!request.dryRun()) {
      inProgress.find().ifPresent(recordMerge::settle);
    }
    inProgress.requireNoOther();
    trunk.requireReady(included(request).keySet());
    trunk.requireNotOn(vendor);
    if (!request.includeConfig()) {
      committedConfig.requireCommitted(trunk);
    }
  }

  private Map<HeaderPath, HeaderFile> included(Request request) {
    return request.includeConfig() ? committedConfig.uncommitted(trunk) : Map.of();
  }

  /** Computes the merge and refuses what cannot be written. */
  PreparedMerge prepare(Request request) {
    PlannedMerge planned = planner.plan(request.release());
    if (planned.isUpToDate()) {
      return new PreparedMerge(
          report(Result.UP_TO_DATE, planned, ResolutionReuse.NONE, request), Optional::empty);
    }
    ReusedResolutions.Result settled =
        ReusedResolutions.in(
            planned.result(), kept(planned, request), trunk.resolutions(vendor).fetchCommand());
    PlannedMerge plan = planned.with(settled.merge());
    List<Conflict> resolved = settled.reuse().settled();
    TrunkChange change = change(plan, resolved, request);
    trunk.requireFree(change.written(), change.deleted());
    Result result = plan.result().isClean() ? Result.MERGED : Result.CONFLICTS;
    return new PreparedMerge(
        report(result, plan, settled.reuse(), request),
        () -> write(plan, resolved, change, request));
  }

  private KeptResolutions kept(PlannedMerge plan, Request request) {
    return request.reuse() && !plan.result().isClean()
        ? trunk.resolutions(vendor).read()
        : KeptResolutions.NONE;
  }

  private Optional<GitId> write(
      PlannedMerge plan, List<Conflict> resolved, TrunkChange change, Request request) {
    Map<HeaderPath, HeaderFile> included = included(request);
    if (included.isEmpty()) {
      return trunk.apply(change);
    }
    // In a commit of its own, since aborting the merge would discard it otherwise.
    trunk.apply(committedConfig.change(included));
    return trunk.apply(change(plan, resolved, request));
  }

  private MergeReport report(
      Result result, PlannedMerge plan, ResolutionReuse reuse, Request request) {
    Optional<HeaderPath> pinned = pinned(plan).keySet().stream().findFirst();
    return MergeReport.of(result, vendor, plan, plan.result(), reuse, pinned, request.dryRun());
  }

  /**
   * @param resolved the conflicts that are resolved from the start
   */
  private TrunkChange change(PlannedMerge plan, List<Conflict> resolved, Request request) {
    Optional<GitId> otherParent =
        request.singleParent() || plan.isOfWhatGitMerged()
            ? Optional.empty()
            : Optional.of(plan.release().commit());
    List<Conflict> all = new ArrayList<>(plan.result().conflicts());
    all.addAll(resolved); // the numbers of those that are open come first
    return new TrunkChange(
            files(plan),
            stages(plan.result().conflicts()),
            message(plan),
            otherParent,
            Optional.of(state(plan, all, otherParent)))
        .withResolved(stages(resolved));
  }

  private List<Stage> stages(List<Conflict> conflicts) {
    return conflicts.stream()
        .flatMap(conflict -> conflict.stages().stream())
        .map(stage -> new Stage(inTree(stage.path()), stage.side(), stage.file()))
        .toList();
  }

  private HeaderPath inTree(HeaderPath header) {
    return vendor.prefix().resolve(header);
  }

  private Map<HeaderPath, Optional<HeaderFile>> files(PlannedMerge plan) {
    Map<HeaderPath, Optional<HeaderFile>> files = new TreeMap<>();
    tree.local()
        .editsTo(plan.result().tree())
        .forEach((path, file) -> files.put(inTree(path), file));
    plan.outside().forEach((path, file) -> files.put(path, Optional.of(file)));
    pinned(plan).forEach((path, file) -> files.put(path, Optional.of(file)));
    Refreshes.files(tree, plan.refreshed())
        .forEach((path, file) -> files.put(path, Optional.of(file)));
    files.put(
        vendor.recordPath(),
        Optional.of(HeaderFile.regular(MergeRecordYaml.write(plan.record(tree)))));
    return files;
  }

  private Map<HeaderPath, HeaderFile> pinned(PlannedMerge plan) {
    return committedConfig.manifest(plan.release(), plan.headers());
  }

  private MergeState state(
      PlannedMerge plan, List<Conflict> conflicts, Optional<GitId> otherParent) {
    return new MergeState(
        vendor.name(),
        plan.release().version(),
        plan.base().release().map(ImportedRelease::version),
        trunk.head().orElseThrow(),
        otherParent,
        plan.labels(),
        conflicts.stream().map(this::noted).toList());
  }

  private NotedConflict noted(Conflict conflict) {
    List<HeaderPath> paths = conflict.paths().stream().map(this::inTree).toList();
    return new NotedConflict(
        conflict.kind(), inTree(conflict.path()), paths, InapplicablePatch.of(conflict));
  }

  private static String subject(PlannedMerge plan, String release) {
    return plan.isOfWhatGitMerged() ? "Record that " + release + " is merged" : "Merge " + release;
  }

  private String message(PlannedMerge plan) {
    StringBuilder text =
        new StringBuilder(subject(plan, vendor.title(plan.release().version())) + "\n\n");
    if (!plan.isOfWhatGitMerged()) {
      plan.base().release().ifPresent(r -> text.append("From ").append(r.version()).append(": "));
    }
    text.append(plan.result().summary()).append(".\n\n");
    text.append(
        new Trailers()
            .add(Trailers.VENDOR, vendor.name())
            .add(Trailers.RELEASE, plan.release().version().text()));
    return text.toString();
  }
}
