package dev.xenvendor.downstream;

import dev.xenvendor.tree.GitId;
import java.util.Optional;

/** The commits of the branch that is checked out. */
public interface TrunkHistory {

  TrunkCommit commit(GitId id);

  /** Returns the tree as a commit has it. */
  TrunkView at(GitId id);

  /** Returns a remote-tracking branch that contains the commit, such as {@code origin/main}. */
  Optional<String> remoteBranchWith(GitId id);

  /**
   * Moves the branch, the index and the work tree back to an earlier commit: all of them, or none.
   * The work tree must be clean.
   *
   * @param from the commit that is checked out; where it no longer is, nothing changes
   * @param why for the reflog
   */
  void moveBack(GitId from, GitId to, String why);
}
