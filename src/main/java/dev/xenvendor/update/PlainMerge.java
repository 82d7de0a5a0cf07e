package dev.xenvendor.update;

import dev.xenvendor.diff.Rename;
import dev.xenvendor.downstream.PatchedSides;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.Labels;
import dev.xenvendor.merge.MergeInput;
import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.merge.MergedFile;
import dev.xenvendor.merge.TextMerger;
import dev.xenvendor.merge.TreeMerger;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.PatchTarget;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps a declaration from making a merge worse: what plain git merges cleanly is merged cleanly,
 * and to the same bytes.
 *
 * <p>A local patch at one place of a header is an edit like any other, so the text merge decides
 * where it can, and the patch where it cannot. A header that conflicts all the same is merged
 * without any patch on any side. Patches that begin or end with the release, those that trunk lacks
 * and those that move definitions are always made, since git would do nothing there.
 */
final class PlainMerge {

  /**
   * A merge that is no worse than git's.
   *
   * @param plain the headers that came out of a text merge
   */
  record Improved(MergeResult result, Set<HeaderPath> plain) {}

  private final PatchSet patches;
  private final PatchedSides.Release base;
  private final PatchedSides.Release vendor;
  private final MergeStart start;
  private final BrokenResults broken;

  PlainMerge(
      PatchSet patches,
      PatchedSides.Release base,
      PatchedSides.Release vendor,
      MergeStart start,
      BrokenResults broken) {
    this.patches = patches;
    this.base = base;
    this.vendor = vendor;
    this.start = start;
    this.broken = broken;
  }

  /**
   * Merges anew what declarations may have made worse.
   *
   * @param declared the merge of the sides with all patches
   * @param clashing headers in which patches of the vendor's side undo each other
   */
  Improved improve(
      MergeResult declared, PatchedSides sides, Set<HeaderPath> clashing, Labels labels) {
    Set<HeaderPath> plain = new TreeSet<>();
    MergeResult placed = with(declared, merged(placed(sides), sides, labels), plain);
    Set<HeaderPath> doubtful = new TreeSet<>(clashing);
    placed.conflicts().stream().filter(this::isOfLines).forEach(c -> addPaths(c, doubtful));
    Map<String, Set<HeaderPath>> without = new HashMap<>();
    lasting().forEach(patch -> without.put(patch.id(), doubtful));
    return new Improved(with(placed, merged(without, sides, labels), plain), plain);
  }

  /** The headers, by patch, that have an edit at one place where trunk carries it. */
  private Map<String, Set<HeaderPath>> placed(PatchedSides sides) {
    Map<String, Set<HeaderPath>> placed = new HashMap<>();
    for (LocalPatch patch : lasting()) {
      List<HeaderPath> carrying = sides.inLocal(patch).map(PatchResult::carrying).orElse(List.of());
      if (!patch.change().isOfEveryLine() && carrying.size() == 1) {
        HeaderPath path = carrying.get(0);
        HeaderPath now = sides.moved().getOrDefault(path, path);
        if (!base.headers().get(path).equals(vendor.headers().get(now))) {
          placed.put(patch.id(), new TreeSet<>(List.of(path, now)));
        }
      }
    }
    return placed;
  }

  /** The patches in headers that are for both releases. */
  private List<LocalPatch> lasting() {
    List<LocalPatch> next = vendor.patches(patches).patches();
    return base.patches(patches).patches().stream()
        .filter(patch -> patch.change().isPerFile() && next.contains(patch))
        .toList();
  }

  /**
   * The headers that merge cleanly, and are well formed then, where they are without some patches
   * on every side.
   */
  private Map<HeaderPath, MergedFile> merged(
      Map<String, Set<HeaderPath>> without, PatchedSides sides, Labels labels) {
    Set<HeaderPath> wanted = new TreeSet<>();
    without.values().forEach(wanted::addAll);
    Map<HeaderPath, MergedFile> clean = new TreeMap<>();
    if (wanted.isEmpty()) {
      return clean;
    }
    PatchedSides some =
        PatchedSides.of(
            patches, base, start.local(), vendor, start.movedBefore(), elsewhere(without, wanted));
    MergeInput input =
        new MergeInput(
            some.base().tree().only(wanted::contains),
            some.local().tree().only(wanted::contains),
            some.vendor().tree().only(wanted::contains));
    MergeResult merged =
        new TreeMerger(new TextMerger()).merge(input, renamed(sides, wanted), labels);
    merged.inFull().files().stream()
        .filter(file -> file.conflict().isEmpty() && file.result().isPresent())
        .map(file -> broken.checked(patchedAgain(file, sides)))
        .filter(file -> file.conflict().isEmpty())
        .forEach(file -> clean.put(file.path(), file));
    return clean;
  }

  private static List<Rename> renamed(PatchedSides sides, Set<HeaderPath> wanted) {
    return sides.renames().stream().filter(rename -> wanted.contains(rename.to())).toList();
  }

  /** Other headers are not read, so no patch need be made in them. */
  private Map<String, Set<HeaderPath>> elsewhere(
      Map<String, Set<HeaderPath>> without, Set<HeaderPath> wanted) {
    Set<HeaderPath> others = new HashSet<>(start.local().paths());
    others.addAll(base.headers().paths());
    others.addAll(vendor.headers().paths());
    others.removeAll(wanted);
    Map<String, Set<HeaderPath>> all = new HashMap<>();
    for (LocalPatch patch : patches.patches()) {
      if (patch.change().isPerFile()) {
        Set<HeaderPath> files = new HashSet<>(others);
        files.addAll(without.getOrDefault(patch.id(), Set.of()));
        all.put(patch.id(), files);
      }
    }
    return all;
  }

  private static MergeResult with(
      MergeResult merge, Map<HeaderPath, MergedFile> better, Set<HeaderPath> taken) {
    taken.addAll(better.keySet());
    return merge.listing(better.keySet()).mapped(file -> better.getOrDefault(file.path(), file));
  }

  private boolean isOfLines(Conflict conflict) {
    return conflict instanceof Conflict.Text
        || (conflict instanceof Conflict.Patch lost
            && patches.find(lost.patch()).filter(p -> p.change().isPerFile()).isPresent());
  }

  private static void addPaths(Conflict conflict, Set<HeaderPath> paths) {
    paths.addAll(conflict.paths());
    conflict.sides().base().ifPresent(file -> paths.add(file.path()));
    conflict.sides().local().ifPresent(file -> paths.add(file.path()));
    conflict.sides().vendor().ifPresent(file -> paths.add(file.path()));
  }

  /** Applies the patches that edit every line of a kind to upstream's new lines. */
  private MergedFile patchedAgain(MergedFile file, PatchedSides sides) {
    HeaderTree tree = HeaderTree.of(Map.of(file.path(), file.result().orElseThrow()));
    PatchSet again =
        new PatchSet(
            vendor.patches(patches).patches().stream()
                .filter(p -> p.change().isPerFile() && p.change().isOfEveryLine())
                .toList());
    PatchTarget target =
        PatchTarget.of(tree, vendor.headers())
            .withMoved(sides.moved())
            .withSpelling(patches.spellingWhenPatched(tree));
    Optional<HeaderFile> patched = again.apply(target).tree().get(file.path());
    return new MergedFile(file.path(), file.from(), file.outcome(), patched, file.conflict());
  }
}
