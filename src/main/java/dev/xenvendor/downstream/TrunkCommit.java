package dev.xenvendor.downstream;

import dev.xenvendor.tree.GitId;
import java.util.List;
import java.util.Optional;

/**
 * A commit of trunk.
 *
 * @param parents the commit before it first; none where a shallow clone ends
 */
public record TrunkCommit(GitId id, String message, List<GitId> parents) {

  public Optional<GitId> before() {
    return parents.stream().findFirst();
  }

  public boolean isMergeCommit() {
    return parents.size() > 1;
  }
}
