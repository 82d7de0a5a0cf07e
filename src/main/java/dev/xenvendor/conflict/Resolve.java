package dev.xenvendor.conflict;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.conflict.OpenConflict.OpenHunk;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.MergeInProgress;
import dev.xenvendor.downstream.RecordMerge;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.UnfinishedMerge;
import dev.xenvendor.merge.Breakage;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.merge.MergedText;
import dev.xenvendor.merge.Side;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Settles a conflict by taking one side's text, for a whole file or for single hunks. */
public final class Resolve {

  /**
   * What to settle.
   *
   * @param path as the user wrote it: from the root, or from the prefix
   * @param hunks which hunks; empty to take the side's whole file, lines that merged cleanly too
   */
  public record Request(HeaderPath path, Optional<Hunks> hunks, Resolution taking) {}

  /**
   * A choice of hunks.
   *
   * @param number one hunk; empty for all of them
   */
  public record Hunks(Optional<Integer> number) {}

  /**
   * What was settled.
   *
   * @param hunksLeft hunks of the file that are still to be decided
   * @param broken what is not well formed in the file now, though it is on every side
   * @param left what is left of the whole merge
   */
  public record Report(
      HeaderPath path,
      Resolution taking,
      int hunksLeft,
      List<Breakage> broken,
      ConflictsReport left) {}

  /** What came of taking hunks. */
  private record Taken(int hunksLeft, List<Breakage> broken) {}

  private final Downstream tree;
  private final Vendor vendor;
  private final MergeInProgress inProgress;
  private final Conflicts conflicts;
  private final ConflictExplainer explainer;
  private final RecordMerge recordMerge;

  public Resolve(Downstream tree, Trunk trunk, Supplier<LayoutProbe> probe) {
    this.explainer = new ConflictExplainer(tree, probe);
    this.tree = tree;
    this.vendor = tree.vendor();
    this.inProgress = new MergeInProgress(tree, trunk);
    this.recordMerge = new RecordMerge(tree);
    this.conflicts = new Conflicts(tree, trunk);
  }

  public Report run(Request request) {
    UnfinishedMerge merge = inProgress.required();
    recordMerge.settle(merge);
    OpenConflict conflict = find(open(request.taking()), request.path());
    Optional<Side> side = request.taking().side();
    if (request.hunks().isEmpty() && side.isPresent()) {
      takeWhole(merge, conflict, side.get());
      List<Breakage> broken = new ConflictBreakages(tree, merge).ofSettled(conflict);
      return new Report(conflict.path(), request.taking(), 0, broken, conflicts.left());
    }
    Hunks hunks = request.hunks().orElse(new Hunks(Optional.empty()));
    Taken taken = takeHunks(merge, conflict, hunks, side);
    return new Report(
        conflict.path(), request.taking(), taken.hunksLeft, taken.broken, conflicts.left());
  }

  /** What is open; with suggestions, which take a while to work out, only where one is wanted. */
  private List<OpenConflict> open(Resolution taking) {
    ConflictsReport left = conflicts.left();
    return taking == Resolution.SUGGESTED
        ? explainer.explain(left, Optional.empty()).conflicts()
        : left.conflicts();
  }

  private static byte[] lines(OpenHunk open, Optional<Side> side, HeaderPath path) {
    if (side.isPresent()) {
      return open.hunk().of(side.get()).text();
    }
    return open.suggestion()
        .map(Explanation.Suggestion::text)
        .orElseThrow(
            () ->
                Problem.usage(
                        "there is no suggestion for hunk " + open.hunk().number() + " of " + path)
                    .hint("xenvendor conflicts shows the choices"));
  }

  private OpenConflict find(List<OpenConflict> open, HeaderPath path) {
    List<HeaderPath> meant = List.of(path, vendor.prefix().resolve(path));
    return open.stream()
        .filter(conflict -> conflict.paths().stream().anyMatch(meant::contains))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.usage("there is no conflict at " + path)
                    .hint("xenvendor conflicts lists them"));
  }

  /** Takes the side's file at each path, and deletes the paths that it lacks. */
  private static void takeWhole(UnfinishedMerge merge, OpenConflict conflict, Side side) {
    Map<HeaderPath, Optional<HeaderFile>> settled = new TreeMap<>();
    for (HeaderPath path : conflict.paths()) {
      Map<Side, HeaderFile> sides = conflict.sides().getOrDefault(path, Map.of());
      settled.put(path, Optional.ofNullable(sides.get(side)));
    }
    merge.settle(settled);
  }

  private Taken takeHunks(
      UnfinishedMerge merge, OpenConflict conflict, Hunks wanted, Optional<Side> side) {
    HeaderPath path = conflict.path();
    if (conflict.edited() && merge.workTreeFile(path).isEmpty()) {
      throw gone(path);
    }
    List<OpenHunk> chosen = chosen(conflict, wanted);
    MergedText merged = conflicts.merged(conflict.sides().getOrDefault(path, Map.of()));
    byte[] file = merge.workTreeFile(path).orElseThrow(() -> gone(path));
    for (OpenHunk open : chosen) {
      int number = open.hunk().number();
      Hunk hunk = merged.hunks().get(number - 1);
      file =
          WorkTreeHunks.in(file, merged)
              .taking(hunk, lines(open, side, path))
              .orElseThrow(() -> edited(path, number));
    }
    merge.write(path, file);
    int left = conflict.hunks().size() - chosen.size();
    if (left == 0 && !MarkerBlock.anyMarkerIn(file)) {
      merge.settleAsInWorkTree(path);
      return new Taken(0, new ConflictBreakages(tree, merge).ofSettled(conflict));
    }
    return new Taken(left, conflicts.breakagesOf(conflict, merged, file));
  }

  private static List<OpenHunk> chosen(OpenConflict conflict, Hunks wanted) {
    if (conflict.hunks().isEmpty()) {
      String why =
          conflict.edited() ? "has no hunks left" : "conflicts as a whole file, not in hunks";
      throw Problem.usage(conflict.path() + " " + why)
          .hint(conflict.edited() ? "git add " + conflict.path() : "omit --hunk");
    }
    if (wanted.number().isEmpty()) {
      return conflict.hunks();
    }
    int number = wanted.number().get();
    return conflict.hunks().stream()
        .filter(open -> open.hunk().number() == number)
        .findFirst()
        .map(List::of)
        .orElseThrow(
            () ->
                Problem.usage("there is no hunk " + number + " left in " + conflict.path())
                    .hint("xenvendor conflicts lists them with their numbers"));
  }

  private static Problem edited(HeaderPath path, int number) {
    return Problem.repository(
            "hunk " + number + " of " + path + " is no longer in the file as it was written")
        .hint(
            "if it is resolved: git add "
                + path
                + "; to start over: git checkout --conflict=diff3 "
                + path);
  }

  private static Problem gone(HeaderPath path) {
    return Problem.repository(path + " is not in the work tree")
        .hint(
            "to resolve it by deleting: git rm "
                + path
                + "; to restore it with its markers: git checkout --conflict=diff3 "
                + path);
  }
}
