package dev.xenvendor.release;

import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release as the vendor branch holds it.
 *
 * @param commit the commit on the vendor branch
 * @param message the commit's message, with its trailers
 * @param upstreamTree the tree id of all of upstream's headers, of which the branch may hold a part
 * @param committer of the commit on the vendor branch, which is upstream's where that is known
 */
public record ImportedRelease(
    Version version,
    GitId commit,
    String message,
    Optional<GitId> upstreamTree,
    Optional<Committer> committer) {

  /** The folder in which its commit has the headers, where the commit tells. */
  public Optional<HeaderPath> prefix() {
    return Trailers.find(message, Trailers.PREFIX).map(HeaderPath::new);
  }

  /** Returns whether the merge of it commits a manifest, unless one is known. */
  public boolean isPinnedOnFirstUse() {
    return Trailers.find(message, Trailers.PINNED).filter("no"::equals).isEmpty();
  }

  private static final Pattern COUNT = Pattern.compile("(?m)^(\\d+) files of ");

  /** Returns how many files were imported, as far as the commit's message says it. */
  public Optional<Integer> statedFiles() {
    Matcher count = COUNT.matcher(message);
    return count.find() ? Optional.of(Integer.valueOf(count.group(1))) : Optional.empty();
  }

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
