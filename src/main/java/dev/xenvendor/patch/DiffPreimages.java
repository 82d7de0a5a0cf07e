package dev.xenvendor.patch;

import java.util.List;
import java.util.Optional;

/** Returns the preimages of diffs, so that they can be applied three-way. */
public interface DiffPreimages {

  /** Knows no text: every diff is applied by its context. */
  DiffPreimages NONE =
      new DiffPreimages() {
        @Override
        public Optional<DiffPreimage> of(TextPatch patch, Optional<byte[]> ident) {
          return Optional.empty();
        }

        @Override
        public DiffPreimages among(List<LocalPatch> all) {
          return this;
        }
      };

  /**
   * Returns what a diff was made against; empty where the release is not available or the patch
   * does not name it.
   *
   * @param ident the ident line that the file has where the diff is to be applied
   */
  Optional<DiffPreimage> of(TextPatch patch, Optional<byte[]> ident);

  /** Returns the same for diffs among these patches. */
  DiffPreimages among(List<LocalPatch> all);
}
