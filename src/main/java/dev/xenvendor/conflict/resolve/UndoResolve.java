package dev.xenvendor.conflict.resolve;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.conflict.ConflictFilter.Target;
import dev.xenvendor.conflict.Conflicts;
import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.conflict.MergeConflict;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.MergeInProgress;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.UnfinishedMerge;
import dev.xenvendor.merge.MergedText;
import dev.xenvendor.merge.Side;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.update.MergePlanner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Restores conflicts in the index and in the work tree, as the merge left them. */
public final class UndoResolve {

  /**
   * A conflict that is open again.
   *
   * @param hunks the numbers of the hunks; none where it is the whole file
   */
  public record Reopened(MergeConflict conflict, SortedSet<Integer> hunks) {}

  /**
   * The result: the conflicts that are open again.
   *
   * @param left what is left of the whole merge
   */
  public record Report(List<Reopened> reopened, ConflictsReport left) {}

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
   * @param targets which conflicts; none for all that are resolved
   */
  public Report run(List<Target> targets) {
    UnfinishedMerge merge = inProgress.required();
    List<Reopened> chosen = targets.isEmpty() ? begun(merge) : named(conflicts.all(merge), targets);
    Map<HeaderPath, Map<Side, HeaderFile>> sides = new HashMap<>();
    for (Reopened one : chosen) {
      MergeConflict conflict = one.conflict();
      conflict.noted().paths().forEach(path -> sides.put(path, sidesOf(conflict, path)));
    }
    if (merge.state().isPresent()) {
      Map<HeaderPath, Optional<HeaderFile>> files = asMerged(merge, sides);
      for (Reopened one : chosen) {
        if (!one.hunks().isEmpty()) {
          files.computeIfPresent(
              one.conflict().path(), (path, file) -> Optional.of(withHunks(merge, one, file)));
        }
      }
      merge.reopen(sides, files);
    } else {
      requireWholeFiles(chosen);
      merge.reopenByGit(sides.keySet());
    }
    return new Report(chosen, conflicts.left(merge));
  }

  private HeaderFile withHunks(UnfinishedMerge merge, Reopened one, Optional<HeaderFile> asMerged) {
    MergeConflict conflict = one.conflict();
    HeaderPath path = conflict.path();
    byte[] now = merge.workTreeFile(path).orElseThrow(() -> HunkEdits.gone(path));
    MergedText merged = conflicts.merged(conflict.sidesHere());
    HeaderFile written = asMerged.orElseThrow(() -> HunkEdits.gone(path));
    byte[] reopened = new ReopenedHunks(conflict, merged, written.bytes()).in(now, one.hunks());
    return HeaderFile.of(written.mode(), reopened);
  }

  private static void requireWholeFiles(List<Reopened> chosen) {
    for (Reopened one : chosen) {
      if (!one.hunks().isEmpty()) {
        throw Problem.usage("plain git began this merge, so only whole files can be restored")
            .hint("xenvendor resolve --undo " + one.conflict().number());
      }
    }
  }

  private static Map<Side, HeaderFile> sidesOf(MergeConflict conflict, HeaderPath path) {
    Map<Side, HeaderFile> sides = conflict.sides().getOrDefault(path, Map.of());
    if (sides.isEmpty()) {
      throw Problem.repository("the index no longer knows the sides of " + path)
          .hint("xenvendor merge --abort, then xenvendor merge starts over");
    }
    return sides;
  }

  /** The conflicts that are resolved, and those of whose hunks some are. */
  private List<Reopened> begun(UnfinishedMerge merge) {
    ConflictsReport report = conflicts.left(merge);
    List<Reopened> begun = new ArrayList<>();
    report.settled().forEach(conflict -> begun.add(whole(conflict)));
    report.conflicts().stream()
        .filter(open -> !open.edited() && open.hunks().size() < open.merged().hunks().size())
        .forEach(open -> begun.add(whole(open.conflict())));
    if (begun.isEmpty()) {
      throw Problem.usage("no conflict is resolved yet").hint("xenvendor conflicts lists them");
    }
    return begun;
  }

  private static Reopened whole(MergeConflict conflict) {
    return new Reopened(conflict, Collections.emptySortedSet());
  }

  private List<Reopened> named(List<MergeConflict> all, List<Target> targets) {
    Map<MergeConflict, Reopened> chosen = new LinkedHashMap<>();
    for (Target target : targets) {
      MergeConflict conflict =
          all.stream()
              .filter(one -> isMeant(one, target))
              .findFirst()
              .orElseThrow(
                  () ->
                      Problem.usage("the merge had no conflict " + words(target))
                          .hint("xenvendor conflicts --format json lists those that are resolved"));
      chosen.merge(conflict, new Reopened(conflict, hunks(target)), UndoResolve::together);
    }
    return List.copyOf(chosen.values());
  }

  private static Reopened together(Reopened one, Reopened other) {
    if (one.hunks().isEmpty() || other.hunks().isEmpty()) {
      return whole(one.conflict());
    }
    SortedSet<Integer> hunks = new TreeSet<>(one.hunks());
    hunks.addAll(other.hunks());
    return new Reopened(one.conflict(), hunks);
  }

  private boolean isMeant(MergeConflict conflict, Target target) {
    if (target instanceof Target.At at) {
      return conflict.isAt(at.path(), tree.vendor().prefix());
    }
    return ((Target.Numbered) target).number().conflict() == conflict.number();
  }

  private static SortedSet<Integer> hunks(Target target) {
    SortedSet<Integer> hunks = new TreeSet<>();
    if (target instanceof Target.Numbered numbered) {
      numbered.number().hunk().ifPresent(hunks::add);
    }
    return hunks;
  }

  private static String words(Target target) {
    return target instanceof Target.At at
        ? "at " + at.path()
        : ((Target.Numbered) target).number().toString();
  }

  /** The files as the merge left them; trunk has not moved since, so it is computed again. */
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
