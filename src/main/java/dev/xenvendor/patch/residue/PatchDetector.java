package dev.xenvendor.patch.residue;

import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.PatchTarget;
import dev.xenvendor.patch.PatchedTree;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderTree;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds which known patches a tree carries. */
public final class PatchDetector {

  private PatchDetector() {}

  /**
   * The patches that a tree carries in at least one file that the release lacks them in, and those
   * for other releases that take over from them in the same files.
   */
  public static PatchSet in(
      PatchSet known, Version release, HeaderTree published, HeaderTree local) {
    PatchSet patches = known.forRelease(release);
    PatchedTree patchedLocal =
        patches.apply(
            PatchTarget.of(local, published).withSpelling(known.spelling(local)), Map.of());
    PatchedTree patchedRelease = patches.applyTo(published, Map.of());
    Set<String> found = new HashSet<>();
    for (PatchResult inLocal : patchedLocal.results()) {
      Optional<PatchResult> inRelease = patchedRelease.result(inLocal.patch().id());
      if (inRelease.filter(r -> r.isShownBy(inLocal)).isPresent()) {
        found.add(inLocal.patch().id());
      }
    }
    return new PatchSet(
        known.patches().stream()
            .filter(patch -> found.contains(patch.id()) || follows(patch, known, found, release))
            .toList());
  }

  private static boolean follows(
      LocalPatch patch, PatchSet known, Set<String> found, Version release) {
    return !patch.isFor(release)
        && known.patches().stream()
            .filter(other -> found.contains(other.id()))
            .anyMatch(
                other ->
                    !Collections.disjoint(
                        other.change().namedFiles(), patch.change().namedFiles()));
  }
}
