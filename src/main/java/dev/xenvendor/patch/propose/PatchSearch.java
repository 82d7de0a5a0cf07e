package dev.xenvendor.patch.propose;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.TextPatch;
import dev.xenvendor.patch.residue.LocalCopy;
import dev.xenvendor.patch.residue.ResidueHunk;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Searches for local patches that reproduce residue, each of the most specific kind that does. */
public final class PatchSearch {

  /** Proposers of patches that edit many headers alike. */
  private static final List<Proposer> HABITS =
      List.of(
          LineEndHabits::propose,
          HabitProposers::identLine,
          HabitProposers::trailingWhitespace,
          TokenProposers::inAllHeaders,
          HabitProposers::linesAtGuard);

  private static final List<Proposer> FILES =
      List.of(EditProposers::removedFiles, EditProposers::addedFiles);

  private final LocalCopy copy;
  private final DurableChanges durable;

  /** Proposers of patches that edit one header, the most specific first. */
  private final List<Proposer> edits;

  /**
   * The patches that declare residue.
   *
   * @param durability by the id of a patch to one header, in how many releases it holds; of none
   *     where no other release is available
   */
  public record Declared(PatchSet patches, Map<String, Durability> durability) {}

  /**
   * Searches for what a tree does to its release.
   *
   * @param releases the releases that candidates are tried on
   * @param environment in which headers are read as C code
   */
  public PatchSearch(
      LocalCopy copy, SortedMap<Version, HeaderTree> releases, CEnvironment environment) {
    this.copy = copy;
    this.edits =
        List.of(
            residue -> QualifierProposer.propose(residue, environment),
            TokenProposers::inOneHeader,
            EditProposers::insertedLines,
            EditProposers::replacedLines,
            EditProposers::diffs);
    this.durable = new DurableChanges(new DurabilityMeasure(releases, copy.release()));
  }

  /**
   * Returns patches that declare what is left beside the patches there are.
   *
   * @param wanted which files to look at
   */
  public PatchSet declare(PatchSet declared, Predicate<HeaderPath> wanted) {
    return measured(declared, wanted).patches();
  }

  /** Returns the same patches, and how durable each is. */
  public Declared measured(PatchSet declared, Predicate<HeaderPath> wanted) {
    return measured(declared, wanted, wanted);
  }

  /**
   * Returns the same patches, of which the habits are for more files.
   *
   * @param everywhere the files in which habits are declared that are found in the wanted ones
   */
  public Declared measured(
      PatchSet declared, Predicate<HeaderPath> wanted, Predicate<HeaderPath> everywhere) {
    Set<String> ids = new HashSet<>();
    declared.patches().forEach(patch -> ids.add(patch.id()));
    List<LocalPatch> patches = new ArrayList<>();
    Map<String, Durability> durability = new HashMap<>();
    for (Change change : changes(declared, wanted, everywhere)) {
      LocalPatch patch = Proposal.of(published(change), ids);
      ids.add(patch.id());
      patches.add(patch);
      durable.durability(change).ifPresent(d -> durability.put(patch.id(), d));
    }
    return new Declared(new PatchSet(patches), durability);
  }

  /** A diff says what it was made against. */
  private Change published(Change change) {
    return change
        .asDiff()
        .flatMap(
            diff -> diff.onlyFile().flatMap(copy.pristine()::get).map(file -> against(diff, file)))
        .orElse(change);
  }

  private Change against(TextPatch diff, HeaderFile file) {
    return diff.against(new TextPatch.Against(copy.release(), file.id()));
  }

  private List<Change> changes(
      PatchSet declared, Predicate<HeaderPath> wanted, Predicate<HeaderPath> everywhere) {
    PatchDraft draft = new PatchDraft(declared, copy);
    for (Proposer proposer : HABITS) {
      boolean isThere = !proposer.propose(draft.residue().only(wanted)).isEmpty();
      take(draft, proposer, isThere ? everywhere : wanted);
    }
    Set<HeaderPath> edited = new TreeSet<>();
    draft.residue().hunks().stream().map(ResidueHunk::path).filter(wanted).forEach(edited::add);
    for (HeaderPath header : edited) {
      edits.forEach(proposer -> take(draft, proposer, header));
    }
    for (Proposer proposer : FILES) {
      proposer.propose(draft.residue()).stream()
          .filter(change -> change.namedFiles().stream().allMatch(wanted))
          .forEach(draft::take);
    }
    return draft.changes();
  }

  /** Each change that is taken may leave others to propose. */
  private static void take(PatchDraft draft, Proposer proposer, Predicate<HeaderPath> wanted) {
    boolean some = true;
    while (some) {
      some =
          proposer.propose(draft.residue().only(wanted)).stream()
              .filter(change -> change.namedFiles().stream().allMatch(wanted))
              .anyMatch(draft::take);
    }
  }

  private void take(PatchDraft draft, Proposer proposer, HeaderPath header) {
    boolean some = true;
    while (some) {
      some = false;
      List<Change> proposed = proposer.propose(draft.residue().only(header::equals));
      for (List<Change> same : durable.alternatives(draft, header, proposed)) {
        some |= same.stream().anyMatch(draft::take);
      }
    }
  }
}
