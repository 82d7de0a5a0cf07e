package dev.xenvendor.impact;

/** A use of something that the baseline lacks, by code that is prepared for that. */
public record HandledUse(ConsumerUse<Feature> use, How how) {

  /** In which way the code is prepared. */
  public enum How {
    /** It is done only where the hypervisor is known to be able to. */
    GUARDED("guarded"),
    /** The answer is compared, so that a refusal is noticed. */
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
