package dev.xenvendor.patch;

import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What is left of a tree's difference from a release once the local patches are taken out: {@code
 * P(local)} against {@code P(release)}.
 *
 * @param differing the headers that are not the same in both, or are in one only
 * @param hunks the differences line by line
 */
public record Residue(
    PatchedTree release, PatchedTree local, Set<HeaderPath> differing, List<ResidueHunk> hunks) {

  /** The residue of a tree that came from a release as published. */
  public static Residue of(
      PatchSet all,
      Version version,
      HeaderTree published,
      HeaderTree local,
      Map<HeaderPath, HeaderPath> moved) {
    PatchSet patches = all.forRelease(version);
    LocalSpelling spelling = all.spelling(local);
    PatchedTree unspaced =
        patches.apply(new PatchTarget(published, moved, spelling, Set.of(), published), Map.of());
    PatchedTree patched =
        ContinuationSpacing.of(local, unspaced).in(unspaced, UnaryOperator.identity());
    PatchTarget target = new PatchTarget(local, moved, spelling, Set.of(), published);
    PatchedTree patchedLocal = patches.applyLike(patched, target);
    Set<HeaderPath> differing = patched.tree().differences(patchedLocal.tree());
    List<ResidueHunk> hunks = ResidueHunk.between(patched, patchedLocal, differing);
    return new Residue(patched, patchedLocal, differing, hunks);
  }

  /** The same in some headers, of a tree in which none has moved. */
  public static Residue inFiles(
      Set<HeaderPath> files,
      PatchSet all,
      Version version,
      HeaderTree published,
      HeaderTree local,
      LocalSpelling spelling) {
    PatchSet patches = all.forRelease(version).thatMayTouch(files);
    Set<HeaderPath> elsewhere = new HashSet<>(published.paths());
    elsewhere.addAll(local.paths());
    elsewhere.removeAll(files);
    PatchedTree unspaced =
        patches.applyExcept(
            elsewhere, new PatchTarget(published, Map.of(), spelling, Set.of(), published));
    PatchedTree patched =
        ContinuationSpacing.of(local, unspaced).in(unspaced, UnaryOperator.identity());
    PatchedTree patchedLocal =
        patches.applyExcept(
            elsewhere, new PatchTarget(local, Map.of(), spelling, Set.of(), published));
    Set<HeaderPath> differing = new TreeSet<>(files);
    differing.removeIf(path -> patched.tree().get(path).equals(patchedLocal.tree().get(path)));
    List<ResidueHunk> hunks = ResidueHunk.between(patched, patchedLocal, differing);
    return new Residue(patched, patchedLocal, differing, hunks);
  }

  /** What is left in some of the headers. */
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

  /** How many lines only one of the two has. */
  public long size() {
    return hunks.stream().mapToLong(hunk -> hunk.edit().size()).sum();
  }

  public Optional<HeaderFile> released(HeaderPath path) {
    return release.tree().get(path);
  }
}
