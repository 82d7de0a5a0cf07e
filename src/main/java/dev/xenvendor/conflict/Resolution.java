package dev.xenvendor.conflict;

import dev.xenvendor.merge.Side;
import java.util.Locale;
import java.util.Optional;

/** The ways to resolve a conflict. */
public enum Resolution {
  LOCAL(Side.LOCAL),
  VENDOR(Side.VENDOR),
  BASE(Side.BASE),
  /** The text that was computed. */
  SUGGESTED(null),
  /** Local's lines, then the vendor's, where both added lines. */
  BOTH(null);

  private final Optional<Side> side;

  Resolution(@org.jspecify.annotations.Nullable Side side) {
    this.side = Optional.ofNullable(side);
  }

  /** The side whose text it is. */
  public Optional<Side> side() {
    return side;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return word();
  }
}
