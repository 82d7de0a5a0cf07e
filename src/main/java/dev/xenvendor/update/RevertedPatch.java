package dev.xenvendor.update;

import dev.xenvendor.downstream.PatchedSides;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.PatchTarget;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A local patch that an undeclared edit reverted in files that merged without a conflict. */
public record RevertedPatch(LocalPatch patch, List<HeaderPath> files) {

  /** Makes the patches once more in what was merged; where they find something to do, they are. */
  static List<RevertedPatch> in(PatchSet patches, PatchedSides sides, MergeResult merged) {
    if (patches.patches().isEmpty()) {
      return List.of();
    }
    Set<HeaderPath> conflicting = new HashSet<>();
    merged.conflicts().stream().map(Conflict::paths).forEach(conflicting::addAll);
    HeaderTree vendor = sides.vendor().tree();
    SortedMap<HeaderPath, HeaderFile> files = new TreeMap<>(vendor.files());
    Set<HeaderPath> other = new HashSet<>();
    HeaderTree outcome = merged.tree();
    for (HeaderPath path : vendor.differences(outcome)) {
      Optional<HeaderFile> file = outcome.get(path).filter(f -> !conflicting.contains(path));
      file.ifPresent(f -> files.put(path, f));
      file.ifPresent(f -> other.add(path));
    }
    if (other.isEmpty()) {
      return List.of();
    }
    HeaderTree tree = HeaderTree.of(files);
    PatchTarget target =
        PatchTarget.of(tree, sides.vendor().before())
            .withMoved(sides.moved())
            .withSpelling(patches.spellingWhenPatched(tree));
    List<RevertedPatch> undone = new ArrayList<>();
    for (PatchResult result : patches.apply(target).results()) {
      List<HeaderPath> there = new ArrayList<>(result.changed());
      there.addAll(result.failing());
      there.retainAll(other);
      if (!there.isEmpty()) {
        undone.add(new RevertedPatch(result.patch(), there));
      }
    }
    return undone;
  }
}
