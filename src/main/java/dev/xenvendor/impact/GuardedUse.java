package dev.xenvendor.impact;

import dev.xenvendor.impact.api.Feature;

/** A use of a feature that the baseline lacks, in code that handles its absence. */
public record GuardedUse(ConsumerUse<Feature> use, How how) {

  /** The ways in which code handles the absence. */
  public enum How {
    /** It runs only where the hypervisor is known to support it. */
    GUARDED("guarded"),
    /** The result is compared, so that an error is noticed. */
    CHECKED("result checked");

    private final String word;

    How(String word) {
      this.word = word;
    }

    /** Its name in reports. */
    public String word() {
      return word;
    }
  }
}
