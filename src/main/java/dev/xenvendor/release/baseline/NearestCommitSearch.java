package dev.xenvendor.release.baseline;

import dev.xenvendor.profile.Baseline.NearestCommit;
import dev.xenvendor.release.Progress;
import dev.xenvendor.release.ReleaseNames;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.Source.HistoricTree;
import dev.xenvendor.tree.HeaderPath;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the commit between releases that explains a tree best. */
public final class NearestCommitSearch {

  /** Later than any commit. */
  private static final Instant FUTURE = Instant.ofEpochSecond(Integer.MAX_VALUE);

  private final List<KnownRelease> releases;
  private final ReleaseNames names;
  private final FitMeasure measure;
  private final Progress progress;

  /**
   * Among releases.
   *
   * @param releases oldest first
   */
  NearestCommitSearch(
      List<KnownRelease> releases, ReleaseNames names, FitMeasure measure, Progress progress) {
    this.releases = releases;
    this.names = names;
    this.measure = measure;
    this.progress = progress;
  }

  /**
   * The best commit, if it is better than the best release.
   *
   * @param best where the best release is among all
   */
  Optional<NearestCommit> find(Source source, HeaderPath path, int best, HeaderDistance distance) {
    List<HistoricTree> history = source.history(path, from(best), until(best));
    progress.begin("Comparing with commits", history.size());
    long least = measure.of(releases.get(best).headers(), best).cost();
    Optional<HistoricTree> nearest = Optional.empty();
    for (HistoricTree state : history) {
      if (measure.costAtLeast(state.headers(), best) < least) {
        long cost = measure.of(state.headers(), best).cost();
        if (cost < least) {
          least = cost;
          nearest = Optional.of(state);
        }
      }
      progress.advance(1);
    }
    progress.end();
    return nearest.map(
        state ->
            new NearestCommit(
                names.of(state.commit().hex(), source),
                state.commit(),
                measure.of(state.headers(), best).explained(),
                distance.to(state.headers())));
  }

  /** The start of the series before, which was developed while this one was made stable. */
  private Instant from(int best) {
    int start = start(best);
    int before = start == 0 ? 0 : start(start - 1);
    return Collections.min(times(before, best - 1, best));
  }

  /** The first release of the next series. */
  private Instant until(int best) {
    int next = end(best);
    if (next == releases.size()) {
      return FUTURE;
    }
    int first =
        IntStream.range(next, end(next))
            .filter(i -> releases.get(i).version().isFinal())
            .findFirst()
            .orElse(end(next) - 1);
    boolean open = first == releases.size() - 1 && !releases.get(first).version().isFinal();
    return open ? FUTURE : Collections.max(times(first, best, best + 1));
  }

  private int start(int index) {
    int start = index;
    while (start > 0 && inSeries(start - 1, index)) {
      start--;
    }
    return start;
  }

  private int end(int index) {
    int end = index + 1;
    while (end < releases.size() && inSeries(end, index)) {
      end++;
    }
    return end;
  }

  private boolean inSeries(int a, int b) {
    return releases.get(a).version().sameSeries(releases.get(b).version());
  }

  private List<Instant> times(Integer... indices) {
    return Stream.of(indices)
        .filter(i -> i >= 0 && i < releases.size())
        .map(i -> releases.get(i).time())
        .toList();
  }
}
