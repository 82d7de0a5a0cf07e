package dev.xenvendor.git;

import dev.xenvendor.downstream.CommitOptions;
import dev.xenvendor.git.index.IndexFile;
import dev.xenvendor.git.program.CommitHooks;
import dev.xenvendor.git.program.CommitSigner;
import dev.xenvendor.git.program.GitProgram;
import dev.xenvendor.git.repository.GitIdentity;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.git.repository.LockRecord;
import dev.xenvendor.git.repository.RepositoryLock;
import dev.xenvendor.tree.GitId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** Commits what the index holds as a merge, or as a plain commit where nothing else is merged. */
final class MergeCommit {

  private final Repository jgit;
  private final Optional<ObjectId> mergeHead;
  private final CommitOptions options;

  /**
   * @param mergeHead the commit that is merged
   */
  MergeCommit(Repository jgit, Optional<ObjectId> mergeHead, CommitOptions options) {
    this.jgit = jgit;
    this.mergeHead = mergeHead;
    this.options = options;
  }

  /** Commits what is in the index, unless a run that was killed did so already. */
  GitId commit() {
    try {
      ObjectId head = jgit.resolve(Constants.HEAD);
      if (isAlreadyCommitted(head)) {
        MergeFiles.delete(jgit);
        return GitRepository.idOf(head);
      }
      return commit(new CommitHooks(jgit, options, CommitHooks.Moment.COMMIT, true));
    } catch (IOException e) {
      throw GitRepository.failed("commit the merge", e);
    }
  }

  /** Commits what is in the index, with the hooks around it. */
  GitId commit(CommitHooks hooks) throws IOException {
    ObjectId head = jgit.resolve(Constants.HEAD);
    GitProgram.rerere(jgit);
    hooks.before();
    DirCache index = IndexFile.read(jgit); // as a hook may have left it
    if (index.hasUnmergedPaths()) {
      throw new IllegalStateException("conflicts are left");
    }
    String message = MergeFiles.message(jgit).orElse("Merge\n");
    String worded = new CommitMessageOptions(options, new GitIdentity(jgit)).applied(message);
    ObjectId commit = writeCommit(index, head, hooks.message(worded));
    moveBranch(head, commit);
    MergeFiles.delete(jgit);
    GitProgram.sparse(jgit);
    hooks.after();
    return GitRepository.idOf(commit);
  }

  /** A run that was killed may have moved the branch, but not cleared up. */
  private boolean isAlreadyCommitted(ObjectId head) throws IOException {
    try (RevWalk walk = new RevWalk(jgit)) {
      var commit = walk.parseCommit(head);
      return mergeHead.isPresent()
          && commit.getParentCount() == 2
          && commit.getParent(1).equals(mergeHead.get());
    }
  }

  private ObjectId writeCommit(DirCache index, ObjectId head, String message) throws IOException {
    GitIdentity identity = new GitIdentity(jgit);
    List<ObjectId> parents = new ArrayList<>(List.of(head));
    mergeHead.ifPresent(parents::add);
    try (ObjectInserter inserter = jgit.newObjectInserter()) {
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      commit.setParentIds(parents);
      commit.setAuthor(identity.author());
      commit.setCommitter(identity.committer());
      commit.setMessage(message);
      new CommitSigner(jgit, options.sign()).sign(commit);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id;
    }
  }

  private void moveBranch(ObjectId from, ObjectId to) throws IOException {
    new LockRecord(jgit).refs(List.of(Constants.HEAD, jgit.getFullBranch()), List.of(to));
    RepositoryLock.giveSignOfLife(jgit);
    RefUpdate update = jgit.updateRef(Constants.HEAD);
    update.setExpectedOldObjectId(from);
    update.setNewObjectId(to);
    update.setRefLogMessage("xenvendor merge --continue", false);
    RefUpdate.Result result = update.update();
    if (result != RefUpdate.Result.FAST_FORWARD) {
      throw VendorRefs.cannotMove("the branch", result.name());
    }
  }
}
