package dev.xenvendor.release.baseline;

/**
 * The measure by which a release explains a tree's headers.
 *
 * @param lines the distinctive lines of the tree
 * @param explained those of them that the release has, too
 * @param cost what is not explained: lines of the tree that the release lacks, and stretches of the
 *     release that the tree lacks
 */
public record ReleaseFit(long lines, long explained, long cost) {

  boolean explainsMoreThanHalf() {
    return 2 * explained > lines;
  }

  /** As messages say it: {@code 120 of 300}. */
  @Override
  public String toString() {
    return explained + " of " + lines;
  }
}
