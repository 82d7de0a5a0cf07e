package dev.xenvendor.release;

import dev.xenvendor.tree.GitId;
import java.util.Optional;

/**
 * The origin of a snapshot.
 *
 * @param ref the tag, branch or commit that was asked for
 * @param committer of the commit
 * @param sha256 of the archive
 */
public record Origin(
    Optional<String> ref,
    Optional<GitId> commit,
    Optional<Committer> committer,
    Optional<String> sha256) {

  public static final Origin UNKNOWN =
      new Origin(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
