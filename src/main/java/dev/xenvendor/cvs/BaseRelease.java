package dev.xenvendor.cvs;

import dev.xenvendor.tree.HeaderPath;
import java.util.SortedSet;

/**
 * The release that was imported last before the one in question, and is the base of its merge.
 *
 * @param pinned whether there is a manifest to compare it with
 * @param altered the files that are not what upstream published: the first import of some trees
 *     held local changes already
 * @param alteredOnTrunk those of them that the next import would take out of trunk, since trunk has
 *     no revision of its own
 */
public record BaseRelease(
    CvsReleaseTag tag,
    boolean pinned,
    SortedSet<HeaderPath> altered,
    SortedSet<HeaderPath> alteredOnTrunk) {

  public boolean isPristine() {
    return altered.isEmpty();
  }
}
