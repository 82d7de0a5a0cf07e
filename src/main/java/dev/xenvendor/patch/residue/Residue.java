package dev.xenvendor.patch.residue;

import dev.xenvendor.patch.ContinuationSpacing;
import dev.xenvendor.patch.LocalFormatting;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.PatchedTree;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The difference of a tree from a release that is left once the local patches are taken out: {@code
 * P(local)} against {@code P(release)}.
 *
 * @param differing the headers that are not the same in both, or are in one only
 * @param hunks the differences line by line
 */
public record Residue(
    PatchedTree release, PatchedTree local, Set<HeaderPath> differing, List<ResidueHunk> hunks) {

  /** Returns the residue of a tree. */
  public static Residue of(PatchSet all, LocalCopy copy) {
    PatchSet patches = all.forRelease(copy.release());
    LocalFormatting spelling = all.spelling(copy.local());
    PatchedTree patched = spaced(patches.apply(copy.pristine(spelling)), copy.local());
    PatchedTree patchedLocal = patches.applyLike(patched, copy.local(spelling));
    return between(patched, patchedLocal, patched.tree().differences(patchedLocal.tree()));
  }

  /** Returns the residue in some headers, of a tree in which none has moved. */
  public static Residue inFiles(
      Set<HeaderPath> files, PatchSet all, LocalCopy copy, LocalFormatting spelling) {
    PatchSet patches = all.forRelease(copy.release()).thatMayTouch(files);
    Set<HeaderPath> elsewhere = new HashSet<>(copy.pristine().paths());
    elsewhere.addAll(copy.local().paths());
    elsewhere.removeAll(files);
    return between(
        spaced(patches.applyExcept(elsewhere, copy.pristine(spelling)), copy.local()),
        patches.applyExcept(elsewhere, copy.local(spelling)),
        files);
  }

  private static PatchedTree spaced(PatchedTree release, HeaderTree local) {
    return ContinuationSpacing.of(local, release).in(release, UnaryOperator.identity());
  }

  /**
   * The residue of two trees that have the same patches.
   *
   * @param files the headers that are compared
   */
  public static Residue between(PatchedTree release, PatchedTree local, Set<HeaderPath> files) {
    Set<HeaderPath> differing = new TreeSet<>(files);
    differing.removeIf(path -> release.tree().get(path).equals(local.tree().get(path)));
    return new Residue(release, local, differing, ResidueHunk.between(release, local, differing));
  }

  /** This residue and that of other headers, in the trees of the latter. */
  public Residue and(Residue others) {
    Set<HeaderPath> both = new TreeSet<>(differing);
    both.addAll(others.differing);
    List<ResidueHunk> all = new ArrayList<>(hunks);
    all.addAll(others.hunks);
    return new Residue(others.release, others.local, both, all);
  }

  /** Returns what is left in some of the headers. */
  public Residue only(Predicate<HeaderPath> wanted) {
    return new Residue(
        release,
        local,
        differing.stream().filter(wanted).collect(Collectors.toCollection(TreeSet::new)),
        hunks.stream().filter(hunk -> wanted.test(hunk.path())).toList());
  }

  /** Headers of the release that the tree lacks. */
  public List<HeaderPath> missing() {
    return differing.stream().filter(path -> !local.tree().contains(path)).toList();
  }

  /** Files of the tree that the release does not have. */
  public List<HeaderPath> own() {
    return differing.stream().filter(path -> !release.tree().contains(path)).toList();
  }

  public boolean isNone() {
    return hunks.isEmpty() && missing().isEmpty() && own().isEmpty();
  }

  /** Returns how many lines only one of the two has. */
  public long size() {
    return hunks.stream().mapToLong(hunk -> hunk.edit().size()).sum();
  }

  public Optional<HeaderFile> released(HeaderPath path) {
    return release.tree().get(path);
  }
}
