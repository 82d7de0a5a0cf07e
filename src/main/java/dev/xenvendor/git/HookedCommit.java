package dev.xenvendor.git;

import dev.xenvendor.downstream.CommitOptions;
import dev.xenvendor.downstream.TrunkChange;
import dev.xenvendor.git.program.CommitHooks;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.GitId;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;

/**
 * Commits a clean change that is already in the index and the work tree, after git's hooks ran. As
 * after {@code git merge}, one that a hook refuses waits to be continued or aborted.
 */
final class HookedCommit {

  private final Repository jgit;
  private final CommitOptions options;

  HookedCommit(Repository jgit, CommitOptions options) {
    this.jgit = jgit;
    this.options = options;
  }

  GitId commit(TrunkChange change, CommitHooks hooks) throws IOException {
    // The message holds the user's words already.
    CommitOptions rest =
        new CommitOptions(
            options.sign(), options.verify(), false, Optional.empty(), options.edit());
    MergeCommit merge =
        new MergeCommit(jgit, change.otherParent().map(GitRepository::jgitId), rest);
    try {
      return merge.commit(hooks);
    } catch (Problem refused) {
      if (!change.isResumable()) {
        new MergeAbort(jgit).run();
      }
      throw refused;
    }
  }
}
