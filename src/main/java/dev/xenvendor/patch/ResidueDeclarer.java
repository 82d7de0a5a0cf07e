package dev.xenvendor.patch;

import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.header.LineDiff;
import dev.xenvendor.vendor.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Declares residue: finds local patches that reproduce it, each of the most specific kind that
 * does.
 *
 * <p>A proposal counts only if applying it leaves less residue than before, and more of it in no
 * file.
 */
public final class ResidueDeclarer {

  private final Version version;
  private final HeaderTree published;
  private final HeaderTree local;
  private final Map<HeaderPath, HeaderPath> moved;
  private final LineDiff lineDiff;
  private final List<Proposer> proposers;

  public ResidueDeclarer(
      Version version,
      HeaderTree published,
      HeaderTree local,
      Map<HeaderPath, HeaderPath> moved,
      LineDiff lineDiff) {
    this.version = version;
    this.published = published;
    this.local = local;
    this.moved = moved;
    this.lineDiff = lineDiff;
    this.proposers =
        List.of(
            HabitProposers::identLine,
            HabitProposers::trailingWhitespace,
            HabitProposers::linesAtGuard,
            QualifierProposer::propose,
            EditProposers::tokens,
            EditProposers::insertedLines,
            EditProposers::replacedLines,
            EditProposers::removedFiles,
            EditProposers::addedFiles,
            EditProposers::diffs);
  }

  /**
   * Patches that declare what is left beside the patches there are.
   *
   * @param wanted which files to look at
   */
  public PatchSet declare(PatchSet declared, Predicate<HeaderPath> wanted) {
    Set<String> ids = new HashSet<>();
    declared.patches().forEach(patch -> ids.add(patch.id()));
    List<LocalPatch> patches = new ArrayList<>();
    for (Change change : changes(declared, wanted)) {
      LocalPatch patch = Proposal.of(change, ids);
      ids.add(patch.id());
      patches.add(patch);
    }
    return new PatchSet(patches);
  }

  private List<Change> changes(PatchSet declared, Predicate<HeaderPath> wanted) {
    List<Change> changes = new ArrayList<>();
    Residue residue = residue(declared, changes);
    Optional<Change> next = next(declared, changes, residue, wanted);
    while (next.isPresent()) {
      changes.add(next.get());
      residue = residue(declared, changes);
      next = next(declared, changes, residue, wanted);
    }
    return changes;
  }

  private Optional<Change> next(
      PatchSet declared, List<Change> changes, Residue residue, Predicate<HeaderPath> wanted) {
    Residue seen =
        new Residue(
            residue.release(),
            residue.local(),
            residue.differing(),
            residue.hunks().stream().filter(hunk -> wanted.test(hunk.path())).toList());
    for (Proposer proposer : proposers) {
      for (Change change : proposer.propose(seen)) {
        if (change.namedFiles().stream().allMatch(wanted)
            && isGain(declared, changes, residue, change)) {
          return Optional.of(change);
        }
      }
    }
    return Optional.empty();
  }

  private boolean isGain(PatchSet declared, List<Change> changes, Residue before, Change change) {
    List<Change> with = new ArrayList<>(changes);
    with.add(change);
    Residue after = residue(declared, with);
    Map<HeaderPath, Integer> sizes = sizes(before);
    boolean worse =
        sizes(after).entrySet().stream()
            .anyMatch(entry -> entry.getValue() > sizes.getOrDefault(entry.getKey(), 0));
    return !worse
        && (after.size() < before.size()
            || after.missing().size() < before.missing().size()
            || after.own().size() < before.own().size());
  }

  private static Map<HeaderPath, Integer> sizes(Residue residue) {
    Map<HeaderPath, Integer> sizes = new HashMap<>();
    residue.hunks().forEach(h -> sizes.merge(h.path(), h.edit().size(), Integer::sum));
    return sizes;
  }

  private Residue residue(PatchSet declared, List<Change> changes) {
    List<LocalPatch> patches = new ArrayList<>(declared.patches());
    for (Change change : changes) {
      patches.add(LocalPatch.proposed("proposal-" + patches.size(), "", change));
    }
    return Residue.of(new PatchSet(patches), version, published, local, moved, lineDiff);
  }
}
