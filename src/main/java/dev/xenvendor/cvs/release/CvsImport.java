package dev.xenvendor.cvs.release;

import dev.xenvendor.cvs.CvsLocation;
import dev.xenvendor.cvs.CvsRepository;
import dev.xenvendor.cvs.KeywordMode;
import dev.xenvendor.cvs.UsedTag;
import dev.xenvendor.cvs.release.CvsImportReport.Result;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.ManifestFile;
import dev.xenvendor.release.Snapshot;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.SourceTagMismatch;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.branch.ImportRelease;
import dev.xenvendor.release.branch.ReleaseReader;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Imports a pristine release into a CVS repository, and verifies that the repository returns it
 * unchanged.
 */
public final class CvsImport {

  private final VendorConfig config;
  private final CvsRepository repository;
  private final CvsLocation place;
  private final Optional<Version> namedBase;

  /**
   * Imports into a repository.
   *
   * @param namedBase the release that trunk comes from, if the user names it
   */
  public CvsImport(
      VendorConfig config,
      CvsRepository repository,
      CvsLocation place,
      Optional<Version> namedBase) {
    this.namedBase = namedBase;
    this.config = config;
    this.repository = repository;
    this.place = place;
  }

  private ImportPreflight surveyor(CvsRepository in) {
    return new ImportPreflight(config, in, place, namedBase);
  }

  /** Imports the release, or what an interrupted run left of it; a source is opened if needed. */
  public CvsImportReport run(ImportRelease.Request request, Supplier<Source> source) {
    CvsSurvey survey = surveyor(repository).survey(request.version());
    Optional<Manifest> pinned = config.find(survey.version()).map(this::included);
    if (pinned.isPresent() && isThere(survey, pinned.get())) {
      return report(Result.ALREADY_IMPORTED, survey, pinned.get());
    }
    Release release = release(survey, request, source);
    return pinned.isEmpty() && isThere(survey, release.manifest())
        ? report(Result.ALREADY_IMPORTED, survey, release)
        : carryOut(survey, release);
  }

  /** Does the same in a throw-away repository that is as this one, and tries the merge there. */
  public CvsImportReport rehearse(ImportRelease.Request request, Supplier<Source> source) {
    CvsSurvey survey = surveyor(repository).survey(request.version());
    Release release = release(survey, request, source);
    isThere(survey, release.manifest());
    ImportPreconditions.require(survey, release.headers());
    return new CvsRehearsal(repository, survey)
        .run(
            scratch -> {
              CvsImport there = new CvsImport(config, scratch, place, namedBase);
              return there.carryOut(surveyor(scratch).survey(survey.version()), release);
            });
  }

  /**
   * The verified files of a release.
   *
   * @param headers what goes into the repository
   * @param manifest of these
   * @param whole the manifest of all of the release
   * @param pinned whether it is a recorded one
   * @param tagElsewhere the source's own tag of the release, where another commit was taken
   */
  record Release(
      HeaderTree headers,
      Manifest manifest,
      Manifest whole,
      boolean pinned,
      Optional<SourceTagMismatch> tagElsewhere) {

    /** The manifest to keep, which is none where one is known. */
    Optional<Manifest> ofFirstUse() {
      return pinned ? Optional.empty() : Optional.of(whole);
    }
  }

  private Release release(
      CvsSurvey survey, ImportRelease.Request request, Supplier<Source> source) {
    Optional<Manifest> pinned = config.find(survey.version());
    try (Source opened = source.get()) {
      Snapshot snapshot = new ReleaseReader(config, opened).read(request.version(), request.ref());
      HeaderTree headers = config.vendor().included(snapshot.headers()).inMemory();
      Manifest manifest = pinned.orElseGet(() -> Manifest.of(survey.version(), snapshot));
      return new Release(
          headers,
          included(manifest),
          manifest,
          pinned.isPresent(),
          SourceTagMismatch.find(config, opened, survey.version(), request.ref(), snapshot));
    }
  }

  private Manifest included(Manifest manifest) {
    return manifest.only(config.vendor().files());
  }

  /** Returns whether all of the release is there; what is there under its tag must be of it. */
  private boolean isThere(CvsSurvey survey, Manifest manifest) {
    SortedSet<HeaderPath> tagged = survey.history().tagged(survey.releaseTag());
    if (tagged.isEmpty()) {
      return false;
    }
    HeaderTree stored = repository.stored(place.headers(), survey.releaseTag());
    SortedSet<HeaderPath> other = differing(manifest, stored);
    other.retainAll(tagged);
    if (!other.isEmpty()) {
      throw UsedTag.problem(
          survey.releaseTag(),
          other.first() + " is not that of " + config.vendor().title(survey.version()));
    }
    return tagged.size() == manifest.files().size();
  }

  private CvsImportReport carryOut(CvsSurvey survey, Release release) {
    ImportPreconditions.require(survey, release.headers());
    for (Map.Entry<KeywordMode, HeaderTree> group : byMode(release.headers()).entrySet()) {
      try {
        repository.importFiles(survey.order(), group.getKey(), group.getValue());
      } catch (Problem problem) {
        throw howFar(survey, release.manifest(), problem);
      }
    }
    return report(Result.IMPORTED, survey, release);
  }

  private static Map<KeywordMode, HeaderTree> byMode(HeaderTree headers) {
    Map<KeywordMode, HeaderTree> groups = new EnumMap<>(KeywordMode.class);
    for (KeywordMode mode : KeywordMode.values()) {
      HeaderTree group =
          headers.only(
              path -> headers.get(path).filter(f -> KeywordMode.of(f) == mode).isPresent());
      if (!group.isEmpty()) {
        groups.put(mode, group);
      }
    }
    return groups;
  }

  private Problem howFar(CvsSurvey survey, Manifest manifest, Problem problem) {
    String hint = "the same command completes it, once the cause is fixed";
    Problem told;
    try {
      int done = repository.history(place.headers()).tagged(survey.releaseTag()).size();
      told =
          problem.after(
              done
                  + " of "
                  + manifest.files().size()
                  + " files are imported, then the import stopped");
    } catch (Problem unreachable) {
      told = problem.after("the progress of the import is unknown");
    }
    return told.hint(problem.hint().map(first -> first + "; ").orElse("") + hint);
  }

  private CvsImportReport report(Result result, CvsSurvey survey, Release release) {
    return report(result, survey, release.manifest())
        .from(release.ofFirstUse(), release.tagElsewhere());
  }

  private CvsImportReport report(Result result, CvsSurvey survey, Manifest manifest) {
    HeaderTree exported = repository.exported(place.headers(), survey.releaseTag());
    requireProof(survey, manifest, differing(manifest, exported));
    return new CvsImportReport(
        result,
        survey,
        manifest.files().size(),
        true,
        survey.history().tagged(survey.releaseTag()).size(),
        ImportEffect.of(survey, repository.history(place.headers()), manifest.files().keySet()),
        modes(manifest, exported),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void requireProof(CvsSurvey survey, Manifest manifest, SortedSet<HeaderPath> different) {
    if (different.isEmpty()) {
      return;
    }
    throw Problem.repository(
            "the output of cvs export -r "
                + survey.releaseTag()
                + " is not "
                + config.vendor().title(survey.version())
                + ": "
                + different.size()
                + " of "
                + manifest.files().size()
                + " files differ, first: "
                + different.first())
        .hint(
            "to compare: cvs -d "
                + survey.root()
                + " export -r "
                + survey.releaseTag()
                + " "
                + place.headers());
  }

  private static SortedSet<HeaderPath> differing(Manifest manifest, HeaderTree tree) {
    SortedSet<HeaderPath> different = new TreeSet<>(tree.paths());
    different.addAll(manifest.files().keySet());
    different.removeIf(
        path -> {
          ManifestFile pinned = manifest.files().get(path);
          return pinned != null
              && tree.get(path)
                  .filter(f -> f.hasDigests(pinned.blob(), pinned.sha256()))
                  .isPresent();
        });
    return different;
  }

  /** Returns whether a file may be run is set when it is first imported, and never again. */
  private static SortedSet<HeaderPath> modes(Manifest manifest, HeaderTree exported) {
    SortedSet<HeaderPath> different = new TreeSet<>();
    exported
        .files()
        .forEach(
            (path, file) -> {
              ManifestFile pinned = manifest.files().get(path);
              if (pinned != null && pinned.mode() != file.mode()) {
                different.add(path);
              }
            });
    return different;
  }
}
