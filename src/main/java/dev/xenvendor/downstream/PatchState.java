package dev.xenvendor.downstream;

import java.util.Locale;

/** The states of a local patch in a tree or in a merge. */
public enum PatchState {
  /** It is there, wherever it belongs. */
  CARRIED,
  /** It is there in some of the files it belongs into. */
  PARTLY,
  /** The merge brings it in. */
  INTRODUCED,
  /** The merge moves definitions out of the vendor's headers. */
  RELOCATED,
  /** Its range of releases ended; the merge takes it out. */
  RETIRED,
  /** Upstream has it itself. */
  ADOPTED,
  DOES_NOT_APPLY,
  /** It is not there. */
  ABSENT;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
