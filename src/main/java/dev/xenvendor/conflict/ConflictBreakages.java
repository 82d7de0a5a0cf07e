package dev.xenvendor.conflict;

import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.Lazy;
import dev.xenvendor.downstream.UnfinishedMerge;
import dev.xenvendor.merge.Breakage;
import dev.xenvendor.merge.Side;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.update.Breakages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Headers that are well formed on every side and malformed after a merge in progress. */
public final class ConflictBreakages {

  private final Downstream tree;
  private final UnfinishedMerge merge;
  private final Lazy<Map<HeaderPath, List<Breakage>>> twice = new Lazy<>(this::findDefinedTwice);

  public ConflictBreakages(Downstream tree, UnfinishedMerge merge) {
    this.tree = tree;
    this.merge = merge;
  }

  /** The sides with the vendor's as published: a local patch may be what breaks the stage. */
  Map<HeaderPath, Map<Side, HeaderFile>> asPublished(Map<HeaderPath, Map<Side, HeaderFile>> sides) {
    Optional<HeaderTree> release = merge.state().flatMap(s -> tree.branch().published(s.release()));
    if (release.isEmpty()) {
      return sides;
    }
    Map<HeaderPath, Map<Side, HeaderFile>> published = new HashMap<>();
    sides.forEach(
        (path, files) -> {
          Map<Side, HeaderFile> with = new EnumMap<>(Side.class);
          with.putAll(files);
          path.below(tree.vendor().prefix())
              .flatMap(release.get()::get)
              .ifPresent(file -> with.put(Side.VENDOR, file));
          published.put(path, with);
        });
    return published;
  }

  /** Returns what headers that see each other define twice, though no side does; by path. */
  Map<HeaderPath, List<Breakage>> definedTwice() {
    return twice.get();
  }

  private Map<HeaderPath, List<Breakage>> findDefinedTwice() {
    return merge
        .state()
        .flatMap(state -> tree.branch().published(state.release()))
        .<Map<HeaderPath, List<Breakage>>>map(
            new MergeRedefinitions(tree.trunk(), tree.vendor().prefix(), merge)::definedTwice)
        .orElse(Map.of());
  }

  /** Returns what is not well formed in a conflict's files once they are resolved. */
  public List<Breakage> ofSettled(OpenConflict conflict) {
    List<Breakage> broken = new ArrayList<>();
    Map<HeaderPath, Map<Side, HeaderFile>> sides = asPublished(conflict.conflict().sides());
    for (HeaderPath path : conflict.paths()) {
      merge
          .settled(path)
          .filter(file -> file.mode().isFile())
          .ifPresent(file -> broken.addAll(of(path, file.bytes(), sides)));
    }
    definedTwice()
        .forEach(
            (path, twice) ->
                twice.stream().filter(b -> concerns(conflict, path, b)).forEach(broken::add));
    return broken;
  }

  private static boolean concerns(OpenConflict conflict, HeaderPath path, Breakage breakage) {
    return conflict.paths().contains(path)
        || breakage.places().stream()
            .anyMatch(place -> place.elsewhere().filter(conflict.paths()::contains).isPresent());
  }

  /**
   * Returns what is not well formed in a file, though it is on every side.
   *
   * @param unmerged the sides of the files that conflict with it
   */
  static List<Breakage> of(
      HeaderPath path, byte[] file, Map<HeaderPath, Map<Side, HeaderFile>> unmerged) {
    Map<Side, byte[]> sides = new EnumMap<>(Side.class);
    unmerged
        .values()
        .forEach(
            files ->
                files.forEach(
                    (side, f) -> {
                      if (f.mode().isFile()) {
                        sides.put(side, f.bytes());
                      }
                    }));
    return Breakages.in(path, file, sides);
  }
}
