package dev.xenvendor.merge;

import dev.xenvendor.tree.HeaderTree;

/** The three trees of a merge. */
public record MergeInput(HeaderTree base, HeaderTree local, HeaderTree vendor) {

  public HeaderTree of(Side side) {
    return switch (side) {
      case BASE -> base;
      case LOCAL -> local;
      case VENDOR -> vendor;
    };
  }
}
