package dev.xenvendor.conflict.resolve;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.conflict.ConflictBreakages;
import dev.xenvendor.conflict.ConflictExplainer;
import dev.xenvendor.conflict.ConflictFilter;
import dev.xenvendor.conflict.Conflicts;
import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.conflict.Explanation;
import dev.xenvendor.conflict.HunkNumbers;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.conflict.OpenConflict.OpenHunk;
import dev.xenvendor.conflict.OpenDecision;
import dev.xenvendor.conflict.Resolution;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.MergeInProgress;
import dev.xenvendor.downstream.RecordMerge;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.UnfinishedMerge;
import dev.xenvendor.merge.Side;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Resolves conflicts by taking a text for whole files or for single hunks. */
public final class Resolve {

  /**
   * The options of a resolution.
   *
   * @param filter which conflicts
   * @param hunks which hunks of each; empty to take the side's whole file, lines that merged
   *     cleanly too, where the filter names files
   * @param isDryRun whether nothing is written
   */
  public record Request(
      ConflictFilter filter, Optional<HunkNumbers> hunks, Resolution taking, boolean isDryRun) {

    /** Returns whether files are taken as a whole, and not only their hunks. */
    private boolean isOfWholeFiles(OpenConflict conflict) {
      boolean namesHunk =
          filter.targets().stream()
              .anyMatch(
                  target ->
                      target instanceof ConflictFilter.Target.Numbered numbered
                          && numbered.number().conflict() == conflict.number()
                          && numbered.number().hunk().isPresent());
      return taking.side().isPresent()
          && hunks.isEmpty()
          && filter.cause().isEmpty()
          && filter.kind().isEmpty()
          && !namesHunk;
    }
  }

  /**
   * The result of a resolution.
   *
   * @param unsuggested what was chosen, but has no suggestion to take
   * @param left what is left of the whole merge
   */
  public record Report(
      Resolution taking,
      List<ResolvedFile> files,
      List<OpenDecision> unsuggested,
      ConflictsReport left,
      RecordedResolutions recorded,
      boolean isDryRun) {}

  private final Downstream tree;
  private final MergeInProgress inProgress;
  private final Conflicts conflicts;
  private final ConflictExplainer explainer;
  private final RecordMerge recordMerge;
  private final RecordResolutions resolutions;

  public Resolve(Downstream tree, Trunk trunk, Supplier<LayoutProbe> probe) {
    this.explainer = new ConflictExplainer(tree, probe);
    this.tree = tree;
    this.inProgress = new MergeInProgress(tree, trunk);
    this.recordMerge = new RecordMerge(tree);
    this.resolutions = new RecordResolutions(tree, trunk);
    this.conflicts = new Conflicts(tree, trunk);
  }

  /** Returns what is left to resolve, with causes and suggestions. */
  public ConflictsReport explained() {
    return explainer.explain(conflicts.left(inProgress.required()));
  }

  /** Returns what is left to resolve, without causes. */
  ConflictsReport left() {
    return conflicts.left(inProgress.required());
  }

  /** Resolves what a person edited; does nothing where a marker is left in the file. */
  void settleEdited(OpenConflict edited) {
    UnfinishedMerge merge = inProgress.required();
    boolean isDone =
        conflicts.left(merge).conflicts().stream()
            .anyMatch(open -> open.number() == edited.number() && open.edited());
    if (isDone) {
      recordMerge.settle(merge);
      merge.settleAsInWorkTree(List.of(edited.path()));
      resolutions.record(merge);
    }
  }

  /** Computes the whole result before anything is written. */
  public Report run(Request request) {
    UnfinishedMerge merge = inProgress.required();
    if (!request.isDryRun()) {
      recordMerge.settle(merge);
    }
    boolean isExplained =
        request.filter().needsCauses() || request.taking() == Resolution.SUGGESTED;
    ConflictsReport all = isExplained ? explained() : conflicts.left(merge);
    return run(request, merge, request.filter().in(all));
  }

  private Report run(Request request, UnfinishedMerge merge, ConflictsReport chosen) {
    List<OpenDecision> unsuggested = new ArrayList<>();
    List<ResolvedFile> files = new ArrayList<>();
    Map<HeaderPath, Optional<HeaderFile>> whole = new TreeMap<>();
    for (OpenConflict conflict : chosen.conflicts()) {
      Optional<Side> side = wholeSide(request, conflict);
      if (side.isPresent()) {
        conflict.paths().forEach(path -> whole.put(path, conflict.file(path, side.get())));
        files.add(taken(merge, conflict, side.get()));
        continue;
      }
      Optional<byte[]> file = merge.workTreeFile(conflict.path());
      if (conflict.edited() && file.isEmpty()) {
        throw HunkEdits.gone(conflict.path());
      }
      List<OpenHunk> hunks = hunks(request, conflict, unsuggested);
      if (!hunks.isEmpty()) {
        HunkEdits edits = new HunkEdits(conflict, file);
        hunks.forEach(hunk -> edits.take(hunk, request.taking()));
        files.add(edits.result());
      }
    }
    requireSome(files, unsuggested);
    if (request.isDryRun()) {
      return new Report(
          request.taking(),
          files,
          unsuggested,
          conflicts.left(merge),
          RecordedResolutions.NONE,
          true);
    }
    write(merge, files, whole);
    ConflictBreakages breakages = new ConflictBreakages(tree, merge);
    List<ResolvedFile> checked =
        files.stream().map(file -> checked(file, chosen, breakages)).toList();
    return new Report(
        request.taking(),
        checked,
        unsuggested,
        conflicts.left(merge),
        resolutions.record(merge),
        false);
  }

  /** The side to take a file of as a whole, if that is meant. */
  private static Optional<Side> wholeSide(Request request, OpenConflict conflict) {
    if (request.isOfWholeFiles(conflict)) {
      return request.taking().side();
    }
    return conflict.hunks().isEmpty() && request.hunks().isEmpty()
        ? request
            .taking()
            .side()
            .or(() -> suggestedSide(conflict).filter(s -> request.taking() == Resolution.SUGGESTED))
        : Optional.empty();
  }

  private static Optional<Side> suggestedSide(OpenConflict conflict) {
    return conflict.known().flatMap(Explanation::suggestion).flatMap(s -> s.side());
  }

  /** The hunks to resolve; those that have no suggestion to take are left out, and noted. */
  private static List<OpenHunk> hunks(
      Request request, OpenConflict conflict, List<OpenDecision> unsuggested) {
    if (request.taking() != Resolution.SUGGESTED || request.hunks().isPresent()) {
      return request.hunks().orElse(HunkNumbers.ALL).of(conflict);
    }
    List<OpenHunk> hunks = new ArrayList<>();
    for (OpenDecision decision : conflict.decisions()) {
      if (decision.hunk().isPresent() && decision.suggestion().isPresent()) {
        hunks.add(decision.hunk().get());
      } else {
        unsuggested.add(decision);
      }
    }
    return hunks;
  }

  private static void requireSome(List<ResolvedFile> files, List<OpenDecision> unsuggested) {
    if (!files.isEmpty()) {
      return;
    }
    if (unsuggested.isEmpty()) {
      throw Problem.usage("no conflict is chosen").hint("xenvendor conflicts lists them");
    }
    OpenDecision first = unsuggested.get(0);
    int others = unsuggested.size() - 1;
    throw Problem.usage(
            "there is no suggestion for "
                + first.hunk().map(open -> "hunk " + open.hunk().number() + " of ").orElse("")
                + first.conflict().path()
                + (others == 0 ? "" : ", nor for " + others + " more"))
        .hint("xenvendor conflicts " + first.number() + " shows the choices");
  }

  private static ResolvedFile taken(UnfinishedMerge merge, OpenConflict conflict, Side side) {
    Optional<byte[]> after = conflict.file(conflict.path(), side).map(HeaderFile::bytes);
    return new ResolvedFile(
        conflict.conflict(), List.of(), 0, merge.workTreeFile(conflict.path()), after, List.of());
  }

  private static void write(
      UnfinishedMerge merge,
      List<ResolvedFile> files,
      Map<HeaderPath, Optional<HeaderFile>> whole) {
    List<HeaderPath> settled = new ArrayList<>();
    for (ResolvedFile file : files) {
      if (!file.hunks().isEmpty()) {
        merge.write(file.conflict().path(), file.after().orElseThrow());
        if (file.isSettled()) {
          settled.add(file.conflict().path());
        }
      }
    }
    if (!settled.isEmpty()) {
      merge.settleAsInWorkTree(settled);
    }
    if (!whole.isEmpty()) {
      merge.settle(whole);
    }
  }

  private ResolvedFile checked(
      ResolvedFile file, ConflictsReport chosen, ConflictBreakages breakages) {
    OpenConflict conflict =
        chosen.conflicts().stream()
            .filter(open -> open.number() == file.conflict().number())
            .findFirst()
            .orElseThrow();
    return file.with(
        file.isSettled()
            ? breakages.ofSettled(conflict)
            : conflicts.breakagesOf(conflict, conflict.merged(), file.after().orElseThrow()));
  }
}
