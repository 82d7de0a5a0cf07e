package dev.xenvendor.merge;

import dev.xenvendor.tree.HeaderFile;
import java.util.Optional;

/** One file followed through the three sides of a merge, across renames. */
public record ThreeWay(
    Optional<SideFile> base, Optional<SideFile> local, Optional<SideFile> vendor) {

  public Optional<SideFile> of(Side side) {
    return switch (side) {
      case BASE -> base;
      case LOCAL -> local;
      case VENDOR -> vendor;
    };
  }

  public Optional<HeaderFile> file(Side side) {
    return of(side).map(SideFile::file);
  }

  boolean isEmpty() {
    return base.isEmpty() && local.isEmpty() && vendor.isEmpty();
  }

  boolean isInAll() {
    return base.isPresent() && local.isPresent() && vendor.isPresent();
  }

  ThreeWay without(Side side) {
    return new ThreeWay(
        base,
        side == Side.LOCAL ? Optional.empty() : local,
        side == Side.VENDOR ? Optional.empty() : vendor);
  }

  boolean localMoved() {
    return moved(local);
  }

  boolean vendorMoved() {
    return moved(vendor);
  }

  /** Returns whether both sides moved it, but not to the same path. */
  boolean movedApart() {
    return localMoved()
        && vendorMoved()
        && !local.orElseThrow().path().equals(vendor.orElseThrow().path());
  }

  private boolean moved(Optional<SideFile> side) {
    return base.isPresent() && side.isPresent() && !side.get().path().equals(base.get().path());
  }
}
