package dev.xenvendor.conflict;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.conflict.OpenConflict.OpenHunk;
import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.PatchedSides;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Chunk.HunkText;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.SideFile;
import dev.xenvendor.merge.ThreeWay;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.PatchedTree;
import dev.xenvendor.patch.TreeEnvironment;
import dev.xenvendor.patch.propose.PatchSearch;
import dev.xenvendor.patch.residue.LocalCopy;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.Trailers;
import dev.xenvendor.release.UpstreamChanges;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.update.LayoutProof;
import dev.xenvendor.update.MergePlanner;
import dev.xenvendor.update.PlannedMerge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tells of each hunk of a conflict why it conflicts, and works out what could be done. */
public final class ConflictExplainer {

  private final Vendor vendor;
  private final Downstream tree;
  private final Supplier<LayoutProbe> probe;

  public ConflictExplainer(Downstream tree, Supplier<LayoutProbe> probe) {
    this.tree = tree;
    this.vendor = tree.vendor();
    this.probe = probe;
  }

  /**
   * The conflicts with all that is known of their hunks.
   *
   * @param source upstream's history, if it is at hand
   */
  public ConflictsReport explain(ConflictsReport report, Optional<Source> source) {
    if (report.conflicts().stream().allMatch(conflict -> conflict.hunks().isEmpty())) {
      return report;
    }
    return plan(report.release())
        .map(plan -> report.with(explained(report.conflicts(), plan, source)))
        .orElse(report);
  }

  /** The merge as it was worked out before; trunk has not moved since. */
  private Optional<PlannedMerge> plan(Optional<Version> release) {
    MergePlanner planner = new MergePlanner(tree, probe);
    try {
      return release.map(version -> planner.plan(Optional.of(version)));
    } catch (Problem problem) {
      if (problem.kind() == Problem.Kind.REPOSITORY) {
        return Optional.empty(); // a merge that plain git began, in a tree that was not adopted
      }
      throw problem;
    }
  }

  private List<OpenConflict> explained(
      List<OpenConflict> conflicts, PlannedMerge plan, Optional<Source> source) {
    List<OpenConflict> explained = new ArrayList<>();
    for (OpenConflict conflict : conflicts) {
      explained.add(
          planned(conflict, plan)
              .map(clash -> conflict.withHunks(explained(conflict.hunks(), clash, plan, source)))
              .orElse(conflict));
    }
    return explained;
  }

  private Optional<Conflict> planned(OpenConflict conflict, PlannedMerge plan) {
    return plan.result().conflicts().stream()
        .filter(planned -> planned.clash().isPresent())
        .filter(planned -> vendor.prefix().resolve(planned.path()).equals(conflict.path()))
        .findFirst();
  }

  private List<OpenHunk> explained(
      List<OpenHunk> open, Conflict conflict, PlannedMerge plan, Optional<Source> source) {
    List<LocalPatch> edits = edits(conflict.sides(), plan);
    UpstreamChanges upstream = new UpstreamChanges(history(conflict.sides(), plan, source));
    return open.stream()
        .map(
            hunk ->
                same(hunk.hunk(), conflict.hunks())
                    .map(h -> hunk.with(explanation(h, conflict.sides(), plan, edits, upstream)))
                    .orElse(hunk))
        .toList();
  }

  private static Optional<Hunk> same(Hunk open, List<Hunk> hunks) {
    return hunks.stream()
        .filter(hunk -> hunk.number() == open.number())
        .filter(hunk -> Arrays.equals(hunk.local().text(), open.local().text()))
        .filter(hunk -> Arrays.equals(hunk.vendor().text(), open.vendor().text()))
        .findFirst();
  }

  /** Local's undeclared edits of the file as patches, the most specific that reproduce them. */
  private List<LocalPatch> edits(ThreeWay sides, PlannedMerge plan) {
    Optional<HeaderPath> base = sides.base().map(SideFile::path);
    Optional<Version> version = plan.base().release().map(ImportedRelease::version);
    if (base.isEmpty() || version.isEmpty() || !base.equals(sides.local().map(SideFile::path))) {
      return List.of();
    }
    PatchedSides planned = plan.sides();
    return new PatchSearch(
            new LocalCopy(
                version.get(), planned.base().before(), planned.local().before(), planned.moved()),
            Collections.emptySortedMap(),
            TreeEnvironment.ofHeaders(vendor))
        .declare(tree.patches(), base.get()::equals)
        .patches();
  }

  private Explanation explanation(
      Hunk hunk,
      ThreeWay sides,
      PlannedMerge plan,
      List<LocalPatch> edits,
      UpstreamChanges upstream) {
    Optional<HeaderPath> base = sides.base().map(SideFile::path);
    List<LocalPatch> inHunk =
        edits.stream()
            .filter(edit -> base.isPresent() && touches(edit, hunk, base.get(), plan))
            .toList();
    Suggester suggester = new Suggester(vendor, plan, new LayoutProof(probe.get(), vendor));
    return new Explanation(
        List.copyOf(declared(hunk, sides, plan.sides())),
        inHunk.stream().map(edit -> edit.change().summary()).toList(),
        upstream.of(hunk),
        sides.vendor().flatMap(file -> suggester.suggest(hunk, inHunk, file.path())));
  }

  /** Whether an edit of local's changes lines of the hunk. */
  private boolean touches(LocalPatch edit, Hunk hunk, HeaderPath path, PlannedMerge plan) {
    PatchedTree base = plan.sides().base();
    PatchedTree with = new PatchSet(List.of(edit)).applyTo(base.tree(), Map.of());
    Optional<HeaderFile> before = base.tree().get(path);
    Optional<HeaderFile> after = with.tree().get(path);
    if (before.isEmpty() || after.isEmpty()) {
      return false;
    }
    int begin = hunk.base().firstLine() - 1;
    int end = begin + hunk.base().lineCount();
    for (LineEdit change : LineDiff.between(before.get().bytes(), after.get().bytes())) {
      if (change.beforeBegin() <= end && change.beforeEnd() >= begin) {
        return true;
      }
    }
    return false;
  }

  /** The local patches that made lines of the hunk, on any side. */
  private Set<LocalPatch> declared(Hunk hunk, ThreeWay sides, PatchedSides trees) {
    Set<LocalPatch> patchesThere = new LinkedHashSet<>();
    add(patchesThere, trees.base(), sides.base(), hunk.base());
    add(patchesThere, trees.local(), sides.local(), hunk.local());
    add(patchesThere, trees.vendor(), sides.vendor(), hunk.vendor());
    return patchesThere;
  }

  private void add(
      Set<LocalPatch> found, PatchedTree tree, Optional<SideFile> file, HunkText hunk) {
    if (file.isEmpty()) {
      return;
    }
    List<Optional<LocalPatch>> owners = tree.owners(file.get().path());
    int begin = Math.min(owners.size(), Math.max(0, hunk.firstLine() - 1));
    int end = Math.min(owners.size(), begin + hunk.lineCount());
    owners.subList(begin, end).forEach(owner -> owner.ifPresent(found::add));
  }

  /** Upstream's commits between the two releases that changed the file. */
  private UpstreamChanges.History history(
      ThreeWay sides, PlannedMerge plan, Optional<Source> source) {
    Optional<GitId> from = plan.base().release().flatMap(ConflictExplainer::upstreamCommit);
    Optional<GitId> until = upstreamCommit(plan.release());
    if (source.isEmpty() || from.isEmpty() || until.isEmpty() || sides.vendor().isEmpty()) {
      return UpstreamChanges.NO_HISTORY;
    }
    HeaderPath folder = vendor.upstream().path();
    HeaderPath file = folder.resolve(sides.vendor().get().path());
    return () -> source.get().changes(file, from.get(), until.get());
  }

  private static Optional<GitId> upstreamCommit(ImportedRelease release) {
    return Trailers.find(release.message(), Trailers.UPSTREAM_COMMIT).map(GitId::of);
  }
}
