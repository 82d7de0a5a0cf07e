package dev.xenvendor.cvs.release;

import dev.xenvendor.cvs.ScratchRepository.PlainMerge;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.SourceTagMismatch;
import dev.xenvendor.tree.HeaderPath;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The result of an import into a CVS repository, after its proof.
 *
 * @param survey the repository as it was before
 * @param files how many files the release has here
 * @param pinned whether a manifest vouches for them
 * @param alreadyThere how many an earlier run had imported
 * @param otherModes files that may be run upstream and may not here, or the other way round
 * @param manifest to keep where none was known of the release
 * @param tagElsewhere the source's own tag of the release, where another commit was taken
 * @param merge what plain {@code cvs} makes of the merge, if it was rehearsed
 */
public record CvsImportReport(
    Result result,
    CvsSurvey survey,
    int files,
    boolean pinned,
    int alreadyThere,
    ImportEffect effect,
    SortedSet<HeaderPath> otherModes,
    Optional<Manifest> manifest,
    Optional<SourceTagMismatch> tagElsewhere,
    Optional<PlainMerge> merge) {

  /** The outcome. */
  public enum Result {
    IMPORTED("imported"),
    ALREADY_IMPORTED("already-imported"),
    REHEARSED("rehearsed");

    private final String word;

    Result(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** The same as the outcome of a rehearsal. */
  CvsImportReport rehearsed(CvsSurvey real, Optional<PlainMerge> merged) {
    return new CvsImportReport(
        Result.REHEARSED,
        real,
        files,
        pinned,
        alreadyThere,
        effect,
        otherModes,
        Optional.empty(),
        tagElsewhere,
        merged);
  }

  /**
   * Returns the same report with the source's notes.
   *
   * @param unpinned the release's manifest, where none was known
   */
  CvsImportReport from(Optional<Manifest> unpinned, Optional<SourceTagMismatch> elsewhere) {
    return new CvsImportReport(
        result,
        survey,
        files,
        unpinned.isEmpty(),
        alreadyThere,
        effect,
        otherModes,
        unpinned,
        elsewhere,
        merge);
  }
}
