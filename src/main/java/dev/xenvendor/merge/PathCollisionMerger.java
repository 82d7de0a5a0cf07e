package dev.xenvendor.merge;

import dev.xenvendor.merge.Conflict.TwoNames;
import dev.xenvendor.merge.MergedFile.Outcome;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Merges each file at its path in the result, and merges files that collide there: a file that one
 * side moved onto one that the other added, or two files moved to one path. As in git, each of the
 * two is first merged with its own versions; the results are the sides of an add/add conflict.
 */
final class PathCollisionMerger {

  private final FileMerger alone;
  private final FileMerger nested;
  private final HeaderTree untouched;
  private final IdentityHashMap<ThreeWay, TwoNames> twoNames = new IdentityHashMap<>();

  /**
   * @param untouched the files that are the same on every side
   */
  PathCollisionMerger(TextMerger textMerger, Labels labels, HeaderTree untouched) {
    this.untouched = untouched;
    this.alone = new FileMerger(textMerger, labels, Markers.WIDTH);
    this.nested = new FileMerger(textMerger, labels, Markers.NESTED_WIDTH);
  }

  MergeResult merge(List<ThreeWay> followed) {
    Map<HeaderPath, List<ThreeWay>> byPlace = new TreeMap<>();
    for (ThreeWay sides : followed) {
      for (HeaderPath place : placesOf(sides)) {
        byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(sides);
      }
    }
    Placement placement = new Placement(untouched);
    byPlace.forEach((place, claims) -> placement.add(mergeAt(place, claims)));
    return placement.result(twoNames.values());
  }

  /** Returns where the merged file goes: the side that moved it decides. */
  private List<HeaderPath> placesOf(ThreeWay sides) {
    if (sides.movedApart()) {
      twoNames.put(sides, alone.twoNames(sides));
      return List.of(sides.local().orElseThrow().path(), sides.vendor().orElseThrow().path());
    }
    if (sides.localMoved()) {
      return List.of(sides.local().orElseThrow().path());
    }
    if (sides.vendorMoved()) {
      return List.of(sides.vendor().orElseThrow().path());
    }
    return List.of(sides.local().or(sides::vendor).or(sides::base).orElseThrow().path());
  }

  private List<MergedFile> mergeAt(HeaderPath place, List<ThreeWay> claims) {
    if (claims.size() > 1) {
      return rivals(place, claims);
    }
    ThreeWay sides = claims.get(0);
    if (sides.movedApart()) {
      TwoNames conflict = Objects.requireNonNull(twoNames.get(sides));
      HeaderFile file = conflict.fileAt(place);
      return List.of(
          new MergedFile(
              place, Optional.empty(), Outcome.CONFLICT, Optional.of(file), Optional.of(conflict)));
    }
    return alone.merge(place, sides).stream().toList();
  }

  private List<MergedFile> rivals(HeaderPath place, List<ThreeWay> claims) {
    List<MergedFile> merged = new ArrayList<>();
    Optional<SideFile> local = rival(place, claims, Side.LOCAL, merged);
    Optional<SideFile> vendor = rival(place, claims, Side.VENDOR, merged);
    boolean apart = !merged.isEmpty();
    alone
        .merge(place, new ThreeWay(Optional.empty(), local, vendor))
        .map(file -> asOf(claims, file, apart))
        .ifPresent(merged::add);
    return merged;
  }

  /**
   * Returns what a side brings to a place that two files claim.
   *
   * @param others takes the file at its old path, where the two versions of a moved file cannot be
   *     made one: then it counts as not moved, so that neither version is lost
   */
  private Optional<SideFile> rival(
      HeaderPath place, List<ThreeWay> claims, Side side, List<MergedFile> others) {
    Optional<ThreeWay> claim =
        claims.stream()
            .filter(sides -> sides.of(side).filter(f -> f.path().equals(place)).isPresent())
            .findFirst();
    if (claim.isEmpty()) {
      return Optional.empty();
    }
    ThreeWay sides = claim.get();
    if (sides.movedApart()) {
      return Optional.of(new SideFile(place, nested.twoNames(sides).fileAt(place)));
    }
    MergedFile merged = nested.merge(place, sides).orElseThrow();
    if (sides.isInAll()
        && merged.conflict().filter(Conflict.WholeFile.class::isInstance).isPresent()) {
      others.addAll(
          alone.merge(sides.base().orElseThrow().path(), sides.without(side)).stream().toList());
      return sides.of(side);
    }
    return merged.result().map(file -> new SideFile(place, file));
  }

  /** Tells what the merge of rivals does to the files that local really has. */
  private static MergedFile asOf(List<ThreeWay> claims, MergedFile merged, boolean apart) {
    Optional<HeaderPath> from =
        claims.stream()
            .filter(sides -> sides.vendorMoved() && !sides.localMoved() && !apart)
            .flatMap(sides -> sides.local().stream())
            .map(SideFile::path)
            .findFirst();
    boolean asInLocal =
        claims.stream()
            .flatMap(sides -> sides.local().stream())
            .anyMatch(
                file ->
                    file.path().equals(merged.path())
                        && merged.result().filter(file.file()::equals).isPresent());
    Outcome outcome = merged.outcome();
    if (merged.conflict().isEmpty()) {
      outcome = from.isPresent() ? Outcome.MOVED : asInLocal ? Outcome.UNCHANGED : Outcome.MERGED;
    }
    return new MergedFile(merged.path(), from, outcome, merged.result(), merged.conflict());
  }
}
