package dev.xenvendor.vendor;

import dev.xenvendor.header.GitId;
import java.util.Optional;

/**
 * A release as the vendor branch holds it.
 *
 * @param commit the commit on the vendor branch
 * @param message the commit's message, with its trailers
 * @param upstreamTree the tree id of all of upstream's headers, of which the branch may hold a part
 */
public record ImportedRelease(
    Version version, GitId commit, String message, Optional<GitId> upstreamTree) {

  /** The commit says all the rest. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ImportedRelease release && commit.equals(release.commit);
  }

  @Override
  public int hashCode() {
    return commit.hashCode();
  }
}
