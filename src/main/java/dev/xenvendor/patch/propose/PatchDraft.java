package dev.xenvendor.patch.propose;

import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.ChangeOutcome;
import dev.xenvendor.patch.ContinuationSpacing;
import dev.xenvendor.patch.FileEdit;
import dev.xenvendor.patch.LocalFormatting;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.PatchTarget;
import dev.xenvendor.patch.PatchedTree;
import dev.xenvendor.patch.residue.LocalCopy;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The changes that a search has found so far, and the residue that they leave. */
final class PatchDraft {

  private final PatchSet declared;
  private final LocalCopy copy;
  private final List<Change> changes = new ArrayList<>();
  private LocalFormatting spelling;
  private Residue residue;

  PatchDraft(PatchSet declared, LocalCopy copy) {
    this.declared = declared;
    this.copy = copy;
    this.spelling = declared.spelling(copy.local());
    this.residue = of(declared);
  }

  /** The changes, without any that another has made needless since. */
  List<Change> changes() {
    for (Change change : List.copyOf(changes)) {
      if (changes.stream()
          .anyMatch(other -> !other.equals(change) && isAboutFilesOf(change, other))) {
        List<Change> others = new ArrayList<>(changes);
        others.remove(change);
        if (isNeedless(change, with(others))) {
          changes.remove(change);
        }
      }
    }
    return List.copyOf(changes);
  }

  /** Returns whether nothing is left without a change either; read where it may be made. */
  private boolean isNeedless(Change change, PatchSet others) {
    Set<HeaderPath> named = change.namedFiles();
    if (named.isEmpty() || !copy.moved().isEmpty()) {
      return isSame(of(others), residue);
    }
    Residue without = Residue.inFiles(named, others, copy, spelling);
    return isSame(without, residue.only(named::contains));
  }

  private static boolean isAboutFilesOf(Change change, Change other) {
    boolean named = !change.namedFiles().isEmpty() && !other.namedFiles().isEmpty();
    return !named || !Collections.disjoint(change.namedFiles(), other.namedFiles());
  }

  private static boolean isSame(Residue one, Residue other) {
    return one.size() == other.size()
        && one.missing().equals(other.missing())
        && one.own().equals(other.own());
  }

  /** Returns what is left. */
  Residue residue() {
    return residue;
  }

  /**
   * Adds a change if there is less residue with it, and more of it in no file. One that may not be
   * missing must be in local's files as it is.
   *
   * @return whether it was added
   */
  boolean take(Change change) {
    if (!change.mayBeMissing()) {
      ChangeOutcome locally = change.apply(target(copy.local(), residue.local()));
      return isCarried(locally) && take(change, together(change, locally));
    }
    return take(change, of(with(change)));
  }

  /** The patches that were declared before, and those that were taken, in order. */
  PatchSet patches() {
    return with(changes);
  }

  /** Returns what a change would do to a header of the release that has the other patches. */
  DurabilityMeasure.Edit edit(Change change, HeaderPath header) {
    HeaderTree release = residue.release().tree();
    HeaderTree made = change.apply(target(copy.pristine(), residue.release())).tree();
    return new DurabilityMeasure.Edit(
        release.get(header).orElseThrow().bytes(), made.get(header).orElseThrow().bytes());
  }

  /** The ident line that a header has in the tree, which habits leave open. */
  Optional<byte[]> ident(HeaderPath header) {
    return Optional.ofNullable(spelling.idents().get(header));
  }

  private static boolean isCarried(ChangeOutcome outcome) {
    return outcome.applies()
        && outcome.edits().values().stream().noneMatch(FileEdit.Changed.class::isInstance);
  }

  private boolean take(Change change, Residue after) {
    if (!isLess(after)) {
      return false;
    }
    if (change.isHabit()) {
      spelling = with(change).spelling(copy.local());
    }
    changes.add(change);
    residue = after;
    return true;
  }

  private PatchSet with(Change change) {
    List<Change> all = new ArrayList<>(changes);
    all.add(change);
    return with(all);
  }

  private PatchSet with(List<Change> all) {
    List<LocalPatch> patches = new ArrayList<>(declared.patches());
    for (Change one : all) {
      patches.add(LocalPatch.proposed("proposal-" + patches.size(), "", one));
    }
    return new PatchSet(patches);
  }

  private Residue of(PatchSet patches) {
    return Residue.of(patches, copy);
  }

  /** The residue with a change on top of the others, read only where the change is made. */
  private Residue together(Change change, ChangeOutcome locally) {
    ChangeOutcome released = change.apply(target(copy.pristine(), residue.release()));
    PatchedTree release = spaced(on(residue.release(), change, released), change, released);
    PatchedTree tree = on(residue.local(), change, locally);
    Set<HeaderPath> touched = new TreeSet<>(released.edits().keySet());
    touched.addAll(locally.edits().keySet());
    Residue others = residue.only(path -> !touched.contains(path));
    return others.and(Residue.between(release, tree, touched));
  }

  private PatchTarget target(HeaderTree unpatched, PatchedTree patched) {
    return target(unpatched).withTree(patched.tree());
  }

  private PatchTarget target(HeaderTree tree) {
    return PatchTarget.of(tree, copy.pristine()).withMoved(copy.moved()).withSpelling(spelling);
  }

  /** Line ends come last, so that they also hold for what the change inserts. */
  private PatchedTree on(PatchedTree patched, Change change, ChangeOutcome outcome) {
    List<PatchResult> results = new ArrayList<>(patched.results());
    LocalPatch patch = LocalPatch.proposed("proposal-" + results.size(), "", change);
    results.add(new PatchResult(patch, outcome.edits(), outcome.taken()));
    Set<HeaderPath> others = new TreeSet<>(outcome.tree().paths());
    others.removeAll(outcome.edits().keySet());
    HeaderTree tree =
        with(changes).lineEndings().applyExcept(others, target(outcome.tree())).tree();
    return new PatchedTree(patched.before(), tree, results);
  }

  /** The other headers have their spacing already. */
  private PatchedTree spaced(PatchedTree release, Change change, ChangeOutcome made) {
    if (change.isHabit()) {
      return release;
    }
    Set<HeaderPath> changed = new TreeSet<>(made.edits().keySet());
    changed.removeIf(path -> !(made.edits().get(path) instanceof FileEdit.Changed));
    return ContinuationSpacing.of(copy.local(), release, changed)
        .in(release, UnaryOperator.identity());
  }

  private boolean isLess(Residue after) {
    Map<HeaderPath, Integer> sizes = sizes(residue);
    boolean worse =
        sizes(after).entrySet().stream()
            .anyMatch(entry -> entry.getValue() > sizes.getOrDefault(entry.getKey(), 0));
    return !worse
        && (after.size() < residue.size()
            || after.missing().size() < residue.missing().size()
            || after.own().size() < residue.own().size());
  }

  private static Map<HeaderPath, Integer> sizes(Residue residue) {
    Map<HeaderPath, Integer> sizes = new HashMap<>();
    residue.hunks().forEach(h -> sizes.merge(h.path(), h.edit().size(), Integer::sum));
    return sizes;
  }
}
