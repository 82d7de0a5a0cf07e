package dev.xenvendor.downstream;

import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.HeaderTree;
import java.util.Optional;

/**
 * The release that trunk's headers come from.
 *
 * @param release empty where trunk has no headers yet
 * @param headers the release's headers as published
 * @param origin how it was found
 */
public record MergeBase(Optional<ImportedRelease> release, HeaderTree headers, Origin origin) {

  /** The ways in which a base is found. */
  public enum Origin {
    /** Trunk's own record names it. */
    RECORD,
    /** Trunk has it among its ancestors, merged by plain git, and its headers are like it. */
    ANCESTRY,
    /** Trunk's headers are nearest to it; where there is no record, as in most CVS trees. */
    NEAREST,
    /** The person who merges named it. */
    NAMED,
    /** Trunk has no headers, so there is nothing to start from. */
    NO_HEADERS
  }

  static final MergeBase NONE =
      new MergeBase(Optional.empty(), HeaderTree.EMPTY, Origin.NO_HEADERS);
}
