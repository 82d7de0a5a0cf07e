package dev.xenvendor.conflict;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.conflict.ConflictFilter.Target;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.MergeInProgress;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.UnfinishedMerge;
import dev.xenvendor.merge.Side;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.update.MergePlanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings conflicts back as the merge left them, in the index and in the work tree. */
public final class UndoResolve {

  /**
   * What is in conflict again.
   *
   * @param left what is left of the whole merge
   */
  public record Report(List<MergeConflict> reopened, ConflictsReport left) {}

  private final Downstream tree;
  private final MergeInProgress inProgress;
  private final Conflicts conflicts;
  private final Supplier<LayoutProbe> probe;

  public UndoResolve(Downstream tree, Trunk trunk, Supplier<LayoutProbe> probe) {
    this.tree = tree;
    this.probe = probe;
    this.inProgress = new MergeInProgress(tree, trunk);
    this.conflicts = new Conflicts(tree, trunk);
  }

  /**
   * Undoes what was resolved, by this program or by git.
   *
   * @param targets which conflicts; none for all that are settled
   */
  public Report run(List<Target> targets) {
    UnfinishedMerge merge = inProgress.required();
    List<MergeConflict> chosen =
        targets.isEmpty() ? begun(merge) : named(conflicts.all(merge), targets);
    Map<HeaderPath, Map<Side, HeaderFile>> sides = new HashMap<>();
    for (MergeConflict conflict : chosen) {
      conflict.noted().paths().forEach(path -> sides.put(path, sidesOf(conflict, path)));
    }
    if (merge.state().isPresent()) {
      merge.reopen(sides, asMerged(merge, sides));
    } else {
      merge.reopenByGit(sides.keySet());
    }
    return new Report(chosen, conflicts.left(merge));
  }

  private static Map<Side, HeaderFile> sidesOf(MergeConflict conflict, HeaderPath path) {
    Map<Side, HeaderFile> sides = conflict.sides().getOrDefault(path, Map.of());
    if (sides.isEmpty()) {
      throw Problem.repository("the index no longer knows the sides of " + path)
          .hint("xenvendor merge --abort and xenvendor merge begin again");
    }
    return sides;
  }

  /** The conflicts that are settled, and those of whose hunks some are. */
  private List<MergeConflict> begun(UnfinishedMerge merge) {
    ConflictsReport report = conflicts.left(merge);
    List<MergeConflict> begun = new ArrayList<>(report.settled());
    report.conflicts().stream()
        .filter(open -> !open.edited() && open.hunks().size() < open.merged().hunks().size())
        .forEach(open -> begun.add(open.conflict()));
    if (begun.isEmpty()) {
      throw Problem.usage("no conflict is resolved yet").hint("xenvendor conflicts lists them");
    }
    return begun;
  }

  private List<MergeConflict> named(List<MergeConflict> all, List<Target> targets) {
    List<MergeConflict> chosen = new ArrayList<>();
    for (Target target : targets) {
      MergeConflict conflict =
          all.stream()
              .filter(one -> isMeant(one, target))
              .findFirst()
              .orElseThrow(
                  () ->
                      Problem.usage("the merge had no conflict " + words(target))
                          .hint("xenvendor conflicts --format json lists those that are settled"));
      if (!chosen.contains(conflict)) {
        chosen.add(conflict);
      }
    }
    return chosen;
  }

  private boolean isMeant(MergeConflict conflict, Target target) {
    if (target instanceof Target.At at) {
      return conflict.isAt(at.path(), tree.vendor().prefix());
    }
    ConflictNumber number = ((Target.Numbered) target).number();
    if (number.hunk().isPresent()) {
      throw Problem.usage("--undo brings back whole files, not hunk " + number)
          .hint("xenvendor resolve --undo " + number.conflict());
    }
    return number.conflict() == conflict.number();
  }

  private static String words(Target target) {
    return target instanceof Target.At at
        ? "at " + at.path()
        : ((Target.Numbered) target).number().toString();
  }

  /** The files as the merge left them; trunk has not moved since, so it is worked out again. */
  private Map<HeaderPath, Optional<HeaderFile>> asMerged(
      UnfinishedMerge merge, Map<HeaderPath, Map<Side, HeaderFile>> sides) {
    HeaderTree merged =
        new MergePlanner(tree, probe).plan(inProgress.releaseOf(merge)).result().tree();
    Map<HeaderPath, Optional<HeaderFile>> files = new HashMap<>();
    for (HeaderPath path : sides.keySet()) {
      files.put(path, path.below(tree.vendor().prefix()).flatMap(merged::get));
    }
    return files;
  }
}
