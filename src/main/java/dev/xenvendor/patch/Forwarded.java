package dev.xenvendor.patch;

import java.util.Arrays;
import java.util.Locale;

/** The upstream state of a change: the field of DEP-3, with the states it lacks. */
public enum Forwarded {
  NO,
  NOT_NEEDED,
  PENDING,
  REJECTED,
  APPLIED;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Forwarded ofWord(String word) {
    return Arrays.stream(values())
        .filter(state -> state.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "forwarded is no, not-needed, pending, rejected or applied, not '"
                        + word
                        + "'"));
  }
}
