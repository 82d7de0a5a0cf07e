package dev.xenvendor.merge;

import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.Locale;
import java.util.Optional;

/**
 * The result of a merge for one file.
 *
 * @param from the path local had it under, where the merge moves it
 * @param result what goes into the merged tree, with markers where hunks conflict; empty when the
 *     file goes away
 */
public record MergedFile(
    HeaderPath path,
    Optional<HeaderPath> from,
    Outcome outcome,
    Optional<HeaderFile> result,
    Optional<Conflict> conflict) {

  /** A file that is the same on every side. */
  static MergedFile unchanged(HeaderPath path, HeaderFile file) {
    return new MergedFile(
        path, Optional.empty(), Outcome.UNCHANGED, Optional.of(file), Optional.empty());
  }

  /** The effects of the merge on local's tree. */
  public enum Outcome {
    /** Local's file stays as it is. */
    UNCHANGED,
    /** Local had not changed the file; it becomes the vendor's. */
    UPDATED,
    /** Changes of both sides went into it. */
    MERGED,
    ADDED,
    DELETED,
    /** It follows the vendor to another path. */
    MOVED,
    CONFLICT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
