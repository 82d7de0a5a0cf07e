package dev.xenvendor.vendor;

import dev.xenvendor.header.GitId;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.header.LineDiff;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.vendor.Baseline.NearestCommit;
import dev.xenvendor.vendor.Baseline.RunnerUp;
import dev.xenvendor.vendor.Source.HistoricTree;
import dev.xenvendor.vendor.Source.TaggedTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds which release a tree's headers come from, by comparing them with every one a source has.
 */
public final class BaselineSearch {

  /** A release to compare with. */
  private record Candidate(
      Version version, Optional<String> ref, Instant time, Supplier<HeaderTree> headers) {}

  /** A candidate with its distance. */
  private record Measured(Candidate candidate, long distance) {

    /** Of equally near ones a release before a candidate, and the oldest release. */
    static final Comparator<Measured> NEAREST_FIRST =
        Comparator.comparingLong(Measured::distance)
            .thenComparing(measured -> measured.candidate().version().isCandidate())
            .thenComparing(measured -> measured.candidate().version());
  }

  private final VendorConfig config;
  private final HeaderPath upstreamPath;
  private final Progress progress;
  private final HeaderDistance distance;

  public BaselineSearch(
      VendorConfig config, HeaderTree local, LineDiff lineDiff, Progress progress) {
    this.config = config;
    this.upstreamPath = config.vendor().upstream().path();
    this.progress = progress;
    // What the tree added of its own is equally far from every release.
    this.distance = new HeaderDistance(local, lineDiff);
  }

  public Baseline find(Source source) {
    List<Candidate> candidates = candidates(source);
    List<Measured> ranked = ranked(candidates);
    if (ranked.isEmpty()) {
      throw Problem.unavailable(source.name() + " holds no release whose version is known")
          .hint("say which it is: --baseline VERSION, and --ref TAG or COMMIT of a git repository");
    }
    Measured best = ranked.get(0);
    Optional<RunnerUp> runnerUp =
        ranked.stream()
            .skip(1)
            .findFirst()
            .map(next -> new RunnerUp(next.candidate().version(), next.distance()));
    return new Baseline(
        best.candidate().version(),
        best.distance(),
        distance.lines(),
        best.candidate().ref(),
        runnerUp,
        best.distance() == 0 ? Optional.empty() : nearerCommit(source, best, candidates));
  }

  private List<Candidate> candidates(Source source) {
    return source.hasHistory() ? taggedReleases(source) : onlyRelease(source);
  }

  /** Each different state once: by the version it is pinned as, else the version in its tag. */
  private List<Candidate> taggedReleases(Source source) {
    Map<GitId, Manifest> pinned = new HashMap<>();
    for (Version version : config.pinned()) {
      Manifest manifest = config.find(version).orElseThrow();
      pinned.putIfAbsent(manifest.tree(), manifest);
    }
    List<Candidate> candidates = new ArrayList<>();
    for (TaggedTree tree : source.taggedTrees(upstreamPath)) {
      Supplier<HeaderTree> headers = () -> source.snapshotOf(tree.commit(), upstreamPath).headers();
      Manifest manifest = pinned.get(tree.tree());
      if (manifest != null) {
        candidates.add(new Candidate(manifest.version(), Optional.empty(), tree.time(), headers));
      } else {
        firstVersioned(tree)
            .ifPresent(
                tag ->
                    candidates.add(
                        new Candidate(
                            versionIn(tag).orElseThrow(), Optional.of(tag), tree.time(), headers)));
      }
    }
    return candidates;
  }

  private Optional<Version> versionIn(String tag) {
    return config.vendor().upstream().tags().versionOf(tag);
  }

  private Optional<String> firstVersioned(TaggedTree tree) {
    return tree.tags().stream()
        .filter(tag -> versionIn(tag).isPresent())
        .min(Comparator.comparing(tag -> versionIn(tag).orElseThrow()));
  }

  /** A directory or an archive holds one release, which its manifest recognises. */
  private List<Candidate> onlyRelease(Source source) {
    for (Version version : config.pinned()) {
      Manifest manifest = config.find(version).orElseThrow();
      HeaderTree headers =
          source
              .snapshot(new Source.Request(upstreamPath, List.of(), manifest.files().keySet()))
              .headers();
      if (manifest.differences(headers).isEmpty()) {
        return List.of(new Candidate(version, Optional.empty(), Instant.EPOCH, () -> headers));
      }
    }
    return List.of();
  }

  /** The nearest two in full, the others only as far as is needed to rule them out. */
  private List<Measured> ranked(List<Candidate> candidates) {
    List<Measured> bounds = new ArrayList<>();
    progress.begin("Comparing with releases", candidates.size());
    for (Candidate candidate : candidates) {
      bounds.add(new Measured(candidate, distance.atLeastTo(candidate.headers().get())));
      progress.advance(1);
    }
    progress.end();
    bounds.sort(Measured.NEAREST_FIRST);
    List<Measured> ranked = new ArrayList<>();
    for (Measured bound : bounds) {
      if (ranked.size() >= 2 && bound.distance() > ranked.get(1).distance()) {
        break;
      }
      HeaderTree headers = bound.candidate().headers().get();
      ranked.add(new Measured(bound.candidate(), distance.to(headers)));
      ranked.sort(Measured.NEAREST_FIRST);
    }
    return ranked;
  }

  /** A tree that was taken between two releases lies between them in time as well. */
  private Optional<NearestCommit> nearerCommit(
      Source source, Measured best, List<Candidate> candidates) {
    List<Instant> times =
        candidates.stream()
            .sorted(Comparator.comparing(Candidate::version))
            .map(Candidate::time)
            .toList();
    int place = times.indexOf(best.candidate().time());
    List<Instant> around = times.subList(Math.max(0, place - 1), Math.min(times.size(), place + 2));
    List<HistoricTree> history =
        source.history(upstreamPath, Collections.min(around), Collections.max(around));
    progress.begin("Comparing with commits", history.size());
    Optional<NearestCommit> nearest = Optional.empty();
    for (HistoricTree state : history) {
      long limit = nearest.map(NearestCommit::distance).orElse(best.distance());
      HeaderTree headers = source.snapshotOf(state.commit(), upstreamPath).headers();
      if (distance.atLeastTo(headers) < limit && distance.to(headers) < limit) {
        nearest = Optional.of(new NearestCommit(state.commit(), distance.to(headers)));
      }
      progress.advance(1);
    }
    progress.end();
    return nearest;
  }
}
