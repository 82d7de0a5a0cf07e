package dev.xenvendor.conflict.resolve;

import java.util.Optional;

/**
 * The result of recording the resolutions of a merge.
 *
 * @param ref the ref that keeps them
 * @param settled how many hunks and files are resolved in the merge
 * @param fresh how many of them had not been recorded before
 * @param failure why they could not be recorded
 */
public record RecordedResolutions(String ref, int settled, int fresh, Optional<String> failure) {

  /** The same, where some were recorded shortly before. */
  RecordedResolutions after(RecordedResolutions before) {
    return new RecordedResolutions(ref, settled, fresh + before.fresh, failure);
  }

  /** The result if there was nothing to record. */
  static final RecordedResolutions NONE = new RecordedResolutions("", 0, 0, Optional.empty());
}
