package dev.xenvendor.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The weight of a finding in the exit code of {@code check}. */
public enum Severity {
  /** It fails the check. */
  ERROR,
  /** It is reported, and no more. */
  WARNING,
  /** The rule is not run. */
  OFF;

  /** Its name in configuration and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Severity> ofWord(String word) {
    return Arrays.stream(values()).filter(severity -> severity.word().equals(word)).findFirst();
  }
}
