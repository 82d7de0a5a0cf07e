package dev.xenvendor.merge;

import dev.xenvendor.diff.Rename;
import dev.xenvendor.diff.RenameDetector;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Merges three header trees.
 *
 * <p>First every file in which the sides differ is followed through them, across the renames of
 * either; then each is merged alone; last, files that claim the same place are merged with each
 * other. Folders that are the same on every side are not read.
 */
public final class TreeMerger {

  private final TextMerger textMerger;

  public TreeMerger(TextMerger textMerger) {
    this.textMerger = textMerger;
  }

  public MergeResult merge(MergeInput input, Labels labels) {
    return merge(input, RenameDetector.detect(input.base(), input.vendor()), labels);
  }

  /** The same where it is known already what the vendor moved. */
  public MergeResult merge(MergeInput input, List<Rename> vendorRenames, Labels labels) {
    Map<HeaderPath, HeaderPath> localMoves =
        moves(RenameDetector.detect(input.base(), input.local()));
    Map<HeaderPath, HeaderPath> vendorMoves = moves(vendorRenames);
    Set<HeaderPath> differing = differing(input);
    return new PathCollisionMerger(textMerger, labels, input.local().without(differing))
        .merge(follow(input, differing, localMoves, vendorMoves));
  }

  private static Map<HeaderPath, HeaderPath> moves(List<Rename> renames) {
    return renames.stream().collect(Collectors.toMap(Rename::from, Rename::to));
  }

  /** Returns where the sides do not all have the same file; nothing else needs a merge. */
  private static Set<HeaderPath> differing(MergeInput input) {
    Set<HeaderPath> differing = new TreeSet<>(input.base().differences(input.local()));
    differing.addAll(input.base().differences(input.vendor()));
    return differing;
  }

  private static List<ThreeWay> follow(
      MergeInput input,
      Set<HeaderPath> differing,
      Map<HeaderPath, HeaderPath> localMoves,
      Map<HeaderPath, HeaderPath> vendorMoves) {
    List<ThreeWay> followed = new ArrayList<>();
    Set<HeaderPath> seenInLocal = new HashSet<>(localMoves.values());
    Set<HeaderPath> seenInVendor = new HashSet<>(vendorMoves.values());
    for (HeaderPath path : differing) {
      if (input.base().contains(path)) {
        followed.add(
            new ThreeWay(
                at(input.base(), path),
                at(input.local(), localMoves.getOrDefault(path, path)),
                at(input.vendor(), vendorMoves.getOrDefault(path, path))));
        seenInLocal.add(path);
        seenInVendor.add(path);
      }
    }
    Function<HeaderPath, Optional<SideFile>> newInVendor =
        path -> seenInVendor.contains(path) ? Optional.empty() : at(input.vendor(), path);
    for (HeaderPath path : differing) {
      if (!seenInLocal.contains(path) && input.local().contains(path)) {
        followed.add(
            new ThreeWay(Optional.empty(), at(input.local(), path), newInVendor.apply(path)));
        seenInVendor.add(path);
      }
    }
    for (HeaderPath path : differing) {
      newInVendor
          .apply(path)
          .ifPresent(
              file ->
                  followed.add(
                      new ThreeWay(Optional.empty(), Optional.empty(), Optional.of(file))));
    }
    return followed;
  }

  private static Optional<SideFile> at(HeaderTree tree, HeaderPath path) {
    return tree.get(path).map(file -> new SideFile(path, file));
  }
}
