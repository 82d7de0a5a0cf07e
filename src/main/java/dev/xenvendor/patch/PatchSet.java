package dev.xenvendor.patch;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.patch.Change.Stage;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The local patches of a vendor, in order.
 *
 * @param originals what their diffs were made against
 */
public record PatchSet(List<LocalPatch> patches, DiffPreimages originals) {

  public static final PatchSet NONE = new PatchSet(List.of());

  public PatchSet {
    patches = List.copyOf(patches);
  }

  /** Patches whose diffs are applied by their context. */
  public PatchSet(List<LocalPatch> patches) {
    this(patches, DiffPreimages.NONE);
  }

  /**
   * The same patches, whose diffs are applied three-way where the release they name is available.
   *
   * @param published gives a release's headers as published
   */
  public PatchSet threeWay(Function<Version, Optional<HeaderTree>> published) {
    return new PatchSet(patches, PublishedPreimages.of(inOrder(patches), published));
  }

  public boolean isEmpty() {
    return patches.isEmpty();
  }

  /** Those whose range holds the release. */
  public PatchSet forRelease(Version release) {
    return new PatchSet(patches.stream().filter(patch -> patch.isFor(release)).toList(), originals);
  }

  /** The same patches for a tree whose headers are read as C code in an environment. */
  public PatchSet seenIn(CEnvironment environment) {
    return new PatchSet(
        patches.stream().map(patch -> patch.seenIn(environment)).toList(), originals);
  }

  public Optional<LocalPatch> find(String id) {
    return patches.stream().filter(patch -> patch.id().equals(id)).findFirst();
  }

  /** Returns these patches, followed by others. */
  public PatchSet with(PatchSet others) {
    List<LocalPatch> all = new ArrayList<>(patches);
    all.addAll(others.patches);
    return new PatchSet(all, originals.among(all));
  }

  /** These patches, with others instead of those of the same ids. */
  public PatchSet replacing(List<LocalPatch> others) {
    Map<String, LocalPatch> byId = new HashMap<>();
    others.forEach(patch -> byId.put(patch.id(), patch));
    List<LocalPatch> all =
        patches.stream().map(patch -> byId.getOrDefault(patch.id(), patch)).toList();
    return new PatchSet(all, originals.among(all));
  }

  /** The files that patches are about by name. */
  public Set<HeaderPath> namedFiles() {
    Set<HeaderPath> named = new TreeSet<>();
    for (LocalPatch patch : patches) {
      named.addAll(patch.change().namedFiles());
    }
    return named;
  }

  /** Those that may be about some of the files. */
  public PatchSet thatMayTouch(Set<HeaderPath> files) {
    return new PatchSet(
        patches.stream().filter(patch -> patch.change().mayTouch(files)).toList(), originals);
  }

  /** Returns what a tree's files have in a spelling of their own that these patches leave open. */
  public LocalFormatting spelling(HeaderTree tree) {
    return patches.stream()
        .map(patch -> patch.change().spelling(tree))
        .reduce(LocalFormatting.NONE, LocalFormatting::with);
  }

  /** The same for a tree that has the patches made: mixed line ends stay as they are there. */
  public LocalFormatting spellingWhenPatched(HeaderTree tree) {
    return new LocalFormatting(spelling(tree).idents(), Map.of());
  }

  /** The tree with every ident line as new files get it, whatever it was expanded to. */
  public HeaderTree withBareIdents(HeaderTree tree) {
    HeaderTree bare = tree;
    for (LocalPatch patch : patches) {
      bare = patch.change().withBareIdents(bare);
    }
    return bare;
  }

  /** The ident line that new headers of the tree get. */
  public Optional<String> identLine() {
    return patches.stream().flatMap(patch -> patch.change().identLine().stream()).findFirst();
  }

  /** Applies the patches to a release as published. */
  public PatchedTree applyTo(HeaderTree release, Map<HeaderPath, HeaderPath> moved) {
    return apply(PatchTarget.of(release).withMoved(moved));
  }

  /** Applies the patches wherever they are meant to be. */
  public PatchedTree apply(PatchTarget target) {
    return apply(target, Map.of());
  }

  /**
   * Applies the patches to a tree, one after the other. What is moved out of the headers goes
   * first, so that it is taken as the tree has it, word for word; line ends come last, so that they
   * hold for what the others put in.
   *
   * @param leftOut by patch, the files in which it is not to be made
   */
  public PatchedTree apply(PatchTarget target, Map<String, Set<HeaderPath>> leftOut) {
    List<PatchResult> results = new ArrayList<>();
    PatchTarget now = target.withOriginals(originals);
    for (LocalPatch patch : inOrder(patches)) {
      Set<HeaderPath> without = leftOut.getOrDefault(patch.id(), Set.of());
      ChangeOutcome outcome = made(patch.change(), now, without);
      results.add(new PatchResult(patch, outcome.edits(), outcome.taken()));
      now = now.withTree(outcome.tree());
    }
    return new PatchedTree(target.tree(), now.tree(), results);
  }

  /** Makes a change, but where the file has its lines already in another place. */
  private static ChangeOutcome made(Change change, PatchTarget target, Set<HeaderPath> without) {
    ChangeOutcome outcome = change.apply(target.leavingOut(without));
    if (change.isHabit() || !change.isPerFile()) {
      return outcome;
    }
    Set<HeaderPath> repeated = RepeatedLines.in(outcome, target.tree());
    if (repeated.isEmpty()) {
      return outcome;
    }
    Set<HeaderPath> all = new HashSet<>(without);
    all.addAll(repeated);
    return RepeatedLines.holding(change.apply(target.leavingOut(all)), repeated);
  }

  /** The order in which patches are applied: what moves definitions goes first, line ends last. */
  public static List<LocalPatch> inOrder(List<LocalPatch> patches) {
    List<LocalPatch> order = new ArrayList<>(patches);
    order.sort(Comparator.comparing(patch -> patch.change().stage()));
    return order;
  }

  /** A release with the line ends that these patches give the tree's own files, and no more. */
  public HeaderTree withLineEnds(HeaderTree release, HeaderTree local) {
    PatchSet endings = lineEndings();
    PatchTarget target = PatchTarget.of(release).withSpelling(endings.spelling(local));
    return endings.apply(target).tree();
  }

  /** Those that are about line ends. */
  public PatchSet lineEndings() {
    return new PatchSet(
        patches.stream().filter(p -> p.change().stage() == Stage.LINE_ENDS).toList());
  }

  /** Applies the patches to a tree but for some files. */
  public PatchedTree applyExcept(Set<HeaderPath> files, PatchTarget target) {
    Map<String, Set<HeaderPath>> leftOut = new HashMap<>();
    patches.forEach(patch -> leftOut.put(patch.id(), files));
    return apply(target, leftOut);
  }

  /**
   * Applies the patches to a tree of which most is as another already patched tree: what has a
   * patch made does not change when the patch is made again, so it is not even read.
   */
  public PatchedTree applyLike(PatchedTree other, PatchTarget target) {
    if (isEmpty()) {
      return apply(target);
    }
    Set<HeaderPath> same =
        target.tree().files().entrySet().stream()
            .filter(
                file -> other.tree().get(file.getKey()).filter(file.getValue()::equals).isPresent())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    Map<String, Set<HeaderPath>> leftOut = new HashMap<>();
    for (PatchResult result : other.results()) {
      // A relocation is about two files at once.
      boolean all = same.containsAll(result.edits().keySet());
      boolean perFile = result.patch().change().isPerFile();
      leftOut.put(result.patch().id(), all || perFile ? same : Set.of());
    }
    PatchedTree applied = apply(target, leftOut);
    List<PatchResult> results = new ArrayList<>();
    for (PatchResult result : applied.results()) {
      PatchResult there = other.result(result.patch().id()).orElseThrow();
      Set<HeaderPath> known = leftOut.getOrDefault(result.patch().id(), Set.of());
      results.add(result.with(there.holding(known)));
    }
    return new PatchedTree(applied.before(), applied.tree(), results);
  }
}
