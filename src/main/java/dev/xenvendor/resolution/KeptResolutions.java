package dev.xenvendor.resolution;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The stored resolutions of this repository, and those fetched from others. */
public interface KeptResolutions {

  KeptResolutions NONE =
      new KeptResolutions() {
        @Override
        public List<KeptResolution> of(ConflictTexts texts) {
          return List.of();
        }

        @Override
        public List<KeptResolution> all() {
          return List.of();
        }

        @Override
        public List<DamagedResolution> damaged() {
          return List.of();
        }
      };

  /** The resolutions of a conflict: several where people resolved it differently. */
  List<KeptResolution> of(ConflictTexts texts);

  /** The latest resolution of a conflict. */
  default Optional<KeptResolution> latest(ConflictTexts texts) {
    return of(texts).stream()
        .max(
            Comparator.comparing((KeptResolution kept) -> kept.settlement().by().when())
                .thenComparing(KeptResolution::id));
  }

  /** Every resolution, in the order of paths. */
  List<KeptResolution> all();

  /** Returns what was found damaged so far, and left out. */
  List<DamagedResolution> damaged();
}
