package dev.xenvendor.release.baseline;

import dev.xenvendor.release.Progress;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ranks releases by how well they explain a tree. */
public final class ReleaseRanking {

  /** A release with the least that it can cost. */
  private record Bound(KnownRelease release, int older, long cost) {}

  private static final Comparator<RankedRelease> CHEAPEST_FIRST =
      Comparator.comparingLong(RankedRelease::weight);

  private final List<KnownRelease> releases;
  private final FitMeasure measure;
  private final HeaderTree local;
  private final Progress progress;

  /**
   * Of releases.
   *
   * @param releases oldest first
   */
  ReleaseRanking(
      List<KnownRelease> releases, FitMeasure measure, HeaderTree local, Progress progress) {
    this.releases = releases;
    this.measure = measure;
    this.local = local;
    this.progress = progress;
  }

  /**
   * The best releases, the best one first, with the first one that is not as good.
   *
   * @param atLeast how many are wanted
   */
  List<RankedRelease> best(int atLeast) {
    List<RankedRelease> ranked = new ArrayList<>();
    for (Bound bound : bounds()) {
      int wanted = Math.max(atLeast, equals(ranked) + 1);
      if (ranked.size() >= wanted && 100 * bound.cost() > ranked.get(wanted - 1).weight()) {
        break;
      }
      ReleaseFit fit = measure.of(bound.release().headers(), bound.older());
      ranked.add(new RankedRelease(bound.release(), bound.older(), fit));
      ranked.sort(CHEAPEST_FIRST);
    }
    sortEquals(ranked);
    return ranked;
  }

  private List<Bound> bounds() {
    List<Bound> bounds = new ArrayList<>();
    progress.begin("Comparing with releases", releases.size());
    for (KnownRelease release : releases) {
      int older = bounds.size();
      bounds.add(new Bound(release, older, measure.costAtLeast(release.headers(), older)));
      progress.advance(1);
    }
    progress.end();
    bounds.sort(Comparator.comparingLong(Bound::cost));
    return bounds;
  }

  /** Returns how many are as good as the best. */
  private static int equals(List<RankedRelease> ranked) {
    return (int)
        ranked.stream().takeWhile(other -> other.weight() == ranked.get(0).weight()).count();
  }

  /** White space may distinguish what the lines do not; among equals, the name decides. */
  private void sortEquals(List<RankedRelease> ranked) {
    HeaderDistance distance = new HeaderDistance(local);
    ranked
        .subList(0, equals(ranked))
        .sort(
            Comparator.comparingLong(
                    (RankedRelease other) -> distance.to(other.release().headers()))
                .thenComparing(other -> other.release().name(), KnownRelease.BEST_NAME_FIRST));
  }

  /** The releases whose headers are those of the best one, as far as the tree holds them. */
  List<RankedRelease> sameAsBest(List<RankedRelease> ranked) {
    return ranked.stream()
        .filter(
            other ->
                local.paths().stream()
                    .allMatch(path -> other.file(path).equals(ranked.get(0).file(path))))
        .toList();
  }
}
