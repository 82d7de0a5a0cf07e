package dev.xenvendor.downstream;

import dev.xenvendor.diff.Rename;
import dev.xenvendor.diff.RenameDetector;
import dev.xenvendor.merge.MergeInput;
import dev.xenvendor.patch.ContinuationSpacing;
import dev.xenvendor.patch.LocalFormatting;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.PatchTarget;
import dev.xenvendor.patch.PatchedTree;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The three sides of a merge with the local patches applied: {@code P_A(A)}, {@code P_A(local)} and
 * {@code P_B(B)}, where P_X is the patches for release X.
 *
 * <p>A declared change is then on every side and cannot conflict; what is left of local's
 * difference is residue, and only that is merged as text.
 *
 * @param renames what upstream moved from A to B
 * @param moved where files went that patches name, A's moves and B's put together
 */
public record PatchedSides(
    PatchedTree base,
    PatchedTree local,
    PatchedTree vendor,
    List<Rename> renames,
    Map<HeaderPath, HeaderPath> moved) {

  /** One release of a merge. */
  public record Release(Optional<Version> version, HeaderTree headers) {

    public PatchSet patches(PatchSet all) {
      return version.map(all::forRelease).orElse(PatchSet.NONE);
    }
  }

  /**
   * Applies the patches to the sides.
   *
   * @param movedBefore where files went in earlier merges
   */
  public static PatchedSides of(
      PatchSet all,
      Release base,
      HeaderTree local,
      Release vendor,
      Map<HeaderPath, HeaderPath> movedBefore) {
    return of(all, base, local, vendor, movedBefore, Map.of());
  }

  /**
   * The same where some files are without some patches on every side.
   *
   * @param without by patch, the files
   */
  public static PatchedSides of(
      PatchSet all,
      Release base,
      HeaderTree local,
      Release vendor,
      Map<HeaderPath, HeaderPath> movedBefore,
      Map<String, Set<HeaderPath>> without) {
    List<Rename> renames = RenameDetector.detect(base.headers(), vendor.headers());
    Map<HeaderPath, HeaderPath> moved = new HashMap<>(movedBefore);
    renames.forEach(rename -> moved.put(rename.from(), rename.to()));
    LocalFormatting spelling = all.spelling(local);
    PatchSet before = base.patches(all);
    PatchedTree patchedLocal =
        before.apply(
            PatchTarget.of(local, base.headers()).withMoved(movedBefore).withSpelling(spelling),
            without);
    PatchTarget next =
        PatchTarget.of(vendor.headers()).withMoved(moved).withSpelling(spelling.follow(renames));
    PatchedTree patchedVendor = vendor.patches(all).apply(next, without);
    PatchedTree patchedBase =
        before.apply(
            PatchTarget.of(base.headers()).withMoved(movedBefore).withSpelling(spelling),
            leftOut(patchedLocal, patchedVendor, renames, without));
    ContinuationSpacing spacing = ContinuationSpacing.of(local, patchedBase);
    return new PatchedSides(
        spacing.in(patchedBase, UnaryOperator.identity()),
        patchedLocal,
        spacing.in(patchedVendor, before(renames)),
        renames,
        moved);
  }

  /**
   * A patch that cannot be applied to local's file is not part of the base for that file either.
   * Neither is what cannot be applied to the vendor's: so it counts as a change of local's, and
   * what it was can be seen where it clashes.
   */
  private static Map<String, Set<HeaderPath>> leftOut(
      PatchedTree local,
      PatchedTree vendor,
      List<Rename> renames,
      Map<String, Set<HeaderPath>> without) {
    Map<String, Set<HeaderPath>> leftOut = new HashMap<>();
    for (PatchResult result : local.results()) {
      Set<HeaderPath> files = new HashSet<>(result.withoutIt());
      files.addAll(without.getOrDefault(result.patch().id(), Set.of()));
      vendor
          .result(result.patch().id())
          .ifPresent(later -> files.addAll(lost(result, later, vendor.tree(), renames)));
      leftOut.put(result.patch().id(), files);
    }
    return leftOut;
  }

  /** Local's files in which a patch can no longer be made; one that is deleted does not need it. */
  private static List<HeaderPath> lost(
      PatchResult local, PatchResult vendor, HeaderTree vendorTree, List<Rename> renames) {
    if (!vendor.patch().change().isPerFile()) {
      return List.of();
    }
    Map<HeaderPath, HeaderPath> to = new HashMap<>();
    renames.forEach(rename -> to.put(rename.from(), rename.to()));
    return local.edits().keySet().stream()
        .filter(path -> vendorTree.contains(to.getOrDefault(path, path)))
        .filter(path -> !vendor.applies() || vendor.failing().contains(to.getOrDefault(path, path)))
        .toList();
  }

  /** Returns what a file of the new release was called in the one before. */
  private static UnaryOperator<HeaderPath> before(List<Rename> renames) {
    Map<HeaderPath, HeaderPath> from = new HashMap<>();
    renames.forEach(rename -> from.put(rename.to(), rename.from()));
    return path -> from.getOrDefault(path, path);
  }

  public MergeInput input() {
    return new MergeInput(base.tree(), local.tree(), vendor.tree());
  }

  /**
   * Returns what the patch did to local's tree; empty where it is not for the release it comes
   * from.
   */
  public Optional<PatchResult> inLocal(LocalPatch patch) {
    return local.result(patch.id());
  }

  /** Returns what the patch did to the new release; empty where it is not for it. */
  public Optional<PatchResult> inVendor(LocalPatch patch) {
    return vendor.result(patch.id());
  }
}
