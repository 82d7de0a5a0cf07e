package dev.xenvendor.release.baseline;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Baseline;
import dev.xenvendor.profile.Baseline.RunnerUp;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Progress;
import dev.xenvendor.release.ReleaseNames;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds which release a tree's headers come from, by comparing them with every one a source has.
 */
public final class BaselineSearch {

  /** As many candidates are named where none is good enough. */
  private static final int MOST_NAMED = 3;

  private final VendorConfig config;
  private final HeaderTree local;
  private final Progress progress;
  private final Supplier<Optional<HeaderPath>> likelyFolder;

  /**
   * A search.
   *
   * @param likelyFolder the folder of the tree that looks most like the vendor's headers; asked for
   *     only where nothing matches
   */
  public BaselineSearch(
      VendorConfig config,
      HeaderTree local,
      Progress progress,
      Supplier<Optional<HeaderPath>> likelyFolder) {
    this.config = config;
    this.local = local;
    this.progress = progress;
    this.likelyFolder = likelyFolder;
  }

  /** The release that explains most of the tree; refuses to name one that explains too little. */
  public Baseline find(Source source) {
    List<KnownRelease> releases = new SourceReleaseFinder(config).in(source);
    if (releases.isEmpty()) {
      throw Problem.unavailable(source.name() + " contains no release of a known version")
          .hint(
              "name the release: --baseline VERSION, and for a git repository --ref TAG or COMMIT");
    }
    if (releases.stream().noneMatch(this::sharesPath)) {
      throw notUpstreams();
    }
    FitMeasure measure =
        new FitMeasure(local, releases.stream().map(KnownRelease::headers).toList());
    ReleaseRanking ranking = new ReleaseRanking(releases, measure, local, progress);
    List<RankedRelease> ranked = ranking.best(MOST_NAMED);
    RankedRelease best = ranked.get(0);
    if (!best.fit().explainsMoreThanHalf()) {
      throw unexplained(ranked, source);
    }
    HeaderTree counted = measure.withoutLeftBehind(best.release().headers(), best.older());
    HeaderDistance distance = new HeaderDistance(counted);
    Baseline found = baseline(ranked, ranking.sameAsBest(ranked), distance);
    return best.fit().cost() == 0
        ? found
        : found.with(
            new NearestCommitSearch(releases, new ReleaseNames(config), measure, progress)
                .find(source, config.vendor().upstream().path(), best.older(), distance));
  }

  private static Baseline baseline(
      List<RankedRelease> ranked, List<RankedRelease> same, HeaderDistance distance) {
    RankedRelease best = ranked.get(0);
    Optional<RankedRelease> next =
        ranked.stream().filter(other -> !same.contains(other)).findFirst();
    return new Baseline(
        best.version(),
        best.release().name().ref(),
        versions(same),
        best.fit().lines(),
        best.fit().explained(),
        distance.to(best.release().headers()),
        next.map(
            other ->
                new RunnerUp(
                    other.version(),
                    other.fit().explained(),
                    distance.to(other.release().headers()))),
        Optional.empty());
  }

  private boolean sharesPath(KnownRelease release) {
    return local.paths().stream().anyMatch(release.headers()::contains);
  }

  private Problem notUpstreams() {
    HeaderPath prefix = config.vendor().prefix();
    return Problem.repository(
            "no file in "
                + prefix
                + " has the path of an upstream header, and no release of "
                + config.vendor().title()
                + " has it")
        .hint(
            likelyFolder
                .get()
                .filter(folder -> !folder.equals(prefix))
                .map(folder -> folder + " seems to contain them: --prefix " + folder)
                .orElse("name the folder of the headers: --prefix DIR"));
  }

  private Problem unexplained(List<RankedRelease> ranked, Source source) {
    Vendor vendor = config.vendor();
    RankedRelease best = ranked.get(0);
    String candidates =
        ranked.stream()
            .limit(MOST_NAMED)
            .map(release -> release.version() + " " + release.fit())
            .collect(Collectors.joining(", "));
    return Problem.repository(
            "no release explains more than half of the lines in "
                + vendor.prefix()
                + "; the nearest are "
                + candidates)
        .hint(
            "if one of them is right: xenvendor adopt --prefix "
                + vendor.prefix()
                + " --baseline "
                + best.version()
                + " --from "
                + source.name());
  }

  private static List<Version> versions(List<RankedRelease> same) {
    return same.stream()
        .flatMap(measured -> measured.release().names().stream())
        .map(KnownRelease.Name::version)
        .distinct()
        .sorted()
        .toList();
  }
}
