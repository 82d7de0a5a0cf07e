package dev.xenvendor.merge;

import java.util.Locale;

/** The three sides of a merge. "Ours" and "theirs" swap meaning between tools; these do not. */
public enum Side {
  /** The release that was merged last. */
  BASE(1),
  /** The operating system's tree. */
  LOCAL(2),
  /** The release that is merged now. */
  VENDOR(3);

  private final int stage;

  Side(int stage) {
    this.stage = stage;
  }

  /** The side's name in messages and options. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return word();
  }

  /** The number git's index gives an unmerged entry of this side. */
  public int stage() {
    return stage;
  }

  public static Side ofStage(int stage) {
    for (Side side : values()) {
      if (side.stage == stage) {
        return side;
      }
    }
    throw new IllegalArgumentException("not a stage of an unmerged entry: " + stage);
  }
}
