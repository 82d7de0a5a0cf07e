package dev.xenvendor.conflict;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.conflict.Explanation.Suggestion;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.PatchedSides;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Chunk.HunkText;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.Conflict.Kind;
import dev.xenvendor.merge.Side;
import dev.xenvendor.merge.SideFile;
import dev.xenvendor.merge.ThreeWay;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchedTree;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.update.LayoutProof;
import dev.xenvendor.update.MergePlanner;
import dev.xenvendor.update.PlannedMerge;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Explains why hunks and files conflict, and computes the texts that can be taken. */
public final class ConflictExplainer {

  private final Downstream tree;
  private final Vendor vendor;
  private final Supplier<LayoutProbe> probe;

  public ConflictExplainer(Downstream tree, Supplier<LayoutProbe> probe) {
    this.tree = tree;
    this.vendor = tree.vendor();
    this.probe = probe;
  }

  /** Returns the conflicts with their causes and suggestions. */
  public ConflictsReport explain(ConflictsReport report) {
    if (report.conflicts().isEmpty()) {
      return report;
    }
    return plan(report.release()).map(plan -> new Explained(plan).all(report)).orElse(report);
  }

  /** The merge as it was computed before; trunk has not moved since. */
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

  /** The explanations of one merge. */
  private final class Explained {

    private final PlannedMerge plan;
    private final LocalEdits localEdits;
    private final ResolutionSuggester suggester;

    Explained(PlannedMerge plan) {
      this.plan = plan;
      this.localEdits = new LocalEdits(tree, plan);
      this.suggester = new ResolutionSuggester(vendor, plan, new LayoutProof(probe.get(), vendor));
    }

    ConflictsReport all(ConflictsReport report) {
      return report.with(
          report.conflicts().stream()
              .map(open -> planned(open).map(conflict -> one(open, conflict)).orElse(open))
              .toList());
    }

    private Optional<Conflict> planned(OpenConflict open) {
      return plan.result().conflicts().stream()
          .filter(planned -> vendor.prefix().resolve(planned.path()).equals(open.path()))
          .findFirst();
    }

    private OpenConflict one(OpenConflict open, Conflict conflict) {
      if (open.hunks().isEmpty()) {
        return open.with(ofFile(open, conflict));
      }
      return open.withHunks(
          open.hunks().stream()
              .map(
                  hunk ->
                      same(hunk.hunk(), conflict.hunks())
                          .map(planned -> hunk.with(ofHunk(planned, conflict.sides())))
                          .orElse(hunk))
              .toList());
    }

    private Optional<Hunk> same(Hunk open, List<Hunk> hunks) {
      return hunks.stream()
          .filter(hunk -> hunk.number() == open.number())
          .filter(hunk -> Arrays.equals(hunk.local().text(), open.local().text()))
          .filter(hunk -> Arrays.equals(hunk.vendor().text(), open.vendor().text()))
          .findFirst();
    }

    private Explanation ofHunk(Hunk hunk, ThreeWay sides) {
      List<LocalPatch> edits =
          unmoved(sides).map(path -> localEdits.in(hunk, path)).orElse(List.of());
      return new Explanation(
          List.copyOf(declared(hunk, sides, plan.sides())),
          edits,
          List.of(),
          sides.vendor().flatMap(file -> suggester.suggest(hunk, edits, file.path())));
    }

    private Explanation ofFile(OpenConflict open, Conflict conflict) {
      List<LocalPatch> edits = unmoved(conflict.sides()).map(localEdits::in).orElse(List.of());
      return new Explanation(List.of(), edits, List.of(), ofFile(open.kind(), edits));
    }

    /** A file that upstream deleted need not be kept for a habit's sake. */
    private Optional<Suggestion> ofFile(Kind kind, List<LocalPatch> edits) {
      boolean isHabit =
          !edits.isEmpty() && edits.stream().allMatch(edit -> edit.change().isHabit());
      if (kind != Kind.MODIFY_DELETE || !isHabit) {
        return Optional.empty();
      }
      String what = edits.stream().map(e -> e.change().summary()).collect(Collectors.joining("; "));
      return Optional.of(
          new Suggestion(
              Optional.of(Side.VENDOR),
              new byte[0],
              "delete it: local's only change is " + what,
              ""));
    }
  }

  /** The path of a file that local has where base has it. */
  private static Optional<HeaderPath> unmoved(ThreeWay sides) {
    Optional<HeaderPath> base = sides.base().map(SideFile::path);
    return base.equals(sides.local().map(SideFile::path)) ? base : Optional.empty();
  }

  /** The local patches that made lines of the hunk, on any side. */
  private static Set<LocalPatch> declared(Hunk hunk, ThreeWay sides, PatchedSides trees) {
    Set<LocalPatch> patchesThere = new LinkedHashSet<>();
    add(patchesThere, trees.base(), sides.base(), hunk.base());
    add(patchesThere, trees.local(), sides.local(), hunk.local());
    add(patchesThere, trees.vendor(), sides.vendor(), hunk.vendor());
    return patchesThere;
  }

  private static void add(
      Set<LocalPatch> found, PatchedTree tree, Optional<SideFile> file, HunkText hunk) {
    if (file.isEmpty()) {
      return;
    }
    List<Optional<LocalPatch>> owners = tree.owners(file.get().path());
    int begin = Math.min(owners.size(), Math.max(0, hunk.firstLine() - 1));
    int end = Math.min(owners.size(), begin + hunk.lineCount());
    owners.subList(begin, end).forEach(owner -> owner.ifPresent(found::add));
  }
}
