package dev.xenvendor.git;

import dev.xenvendor.header.GitId;
import dev.xenvendor.header.HeaderFile;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.trunk.MergeState;
import dev.xenvendor.trunk.Trunk;
import dev.xenvendor.trunk.TrunkChange;
import dev.xenvendor.trunk.TrunkView;
import dev.xenvendor.trunk.UnfinishedMerge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;

/** The checked-out branch of a git repository. */
public final class GitTrunk implements Trunk {

  private final Repository jgit;
  private final GitCommitView committed;
  private final GitIdentity identity;

  public GitTrunk(GitRepository repository) {
    this.jgit = repository.jgit();
    this.committed = new GitCommitView(jgit, Constants.HEAD, this::headId);
    this.identity = new GitIdentity(jgit);
  }

  @Override
  public String branch() {
    try {
      String full = jgit.getFullBranch();
      return full == null || !full.startsWith(Constants.R_HEADS)
          ? Constants.HEAD
          : Repository.shortenRefName(full);
    } catch (IOException e) {
      throw GitRepository.failed("read HEAD", e);
    }
  }

  /** The tree as another commit has it. */
  public static TrunkView at(GitRepository repository, String commit) {
    ObjectId id = repository.commit(commit);
    return new GitCommitView(repository.jgit(), commit, () -> Optional.of(id));
  }

  @Override
  public Optional<GitId> head() {
    return headId().map(GitRepository::idOf);
  }

  private Optional<ObjectId> headId() {
    try {
      Ref head = jgit.exactRef(Constants.HEAD);
      return Optional.ofNullable(head).map(Ref::getObjectId);
    } catch (IOException e) {
      throw GitRepository.failed("read HEAD", e);
    }
  }

  @Override
  public HeaderTree tree(HeaderPath folder) {
    return committed.tree(folder);
  }

  @Override
  public HeaderTree tree() {
    return committed.tree();
  }

  @Override
  public Optional<HeaderFile> file(HeaderPath path) {
    return committed.file(path);
  }

  @Override
  public boolean descendsFrom(GitId commit) {
    return committed.descendsFrom(commit);
  }

  @Override
  public void requireReady() {
    if (jgit.isBare()) {
      throw Problem.repository("a bare repository has no work tree to merge into")
          .hint("run it in a clone with a work tree");
    }
    if (headId().isEmpty()) {
      throw Problem.repository("branch " + branch() + " has no commit yet")
          .hint("commit the operating system's tree first");
    }
    RepositoryState state = jgit.getRepositoryState();
    if (state == RepositoryState.MERGING
        || state == RepositoryState.MERGING_RESOLVED
        || unfinishedMerge().isPresent()) {
      throw Problem.repository("a merge is under way already")
          .hint("finish it: xenvendor merge --continue, or give it up: xenvendor merge --abort");
    }
    if (state != RepositoryState.SAFE && state != RepositoryState.BISECTING) {
      throw Problem.repository("git is in the middle of " + nameOf(state))
          .hint("git status tells how to finish it, or give it up");
    }
    new DirtyCheck(jgit).requireClean();
    identity.committer();
  }

  private static String nameOf(RepositoryState state) {
    return switch (state) {
      case CHERRY_PICKING, CHERRY_PICKING_RESOLVED -> "a cherry-pick";
      case REVERTING, REVERTING_RESOLVED -> "a revert";
      case APPLY -> "applying patches (git am)";
      default -> "a rebase";
    };
  }

  @Override
  public void requireFree(Collection<HeaderPath> written, Collection<HeaderPath> deleted) {
    DirCache index = IndexFile.read(jgit);
    new FilesInTheWay(jgit, index).refuse(written, deleted);
    List<HeaderPath> touched = new ArrayList<>(written);
    touched.addAll(deleted);
    new DirtyCheck(jgit).requireUnchanged(index, touched);
  }

  @Override
  public Optional<GitId> apply(TrunkChange change) {
    ObjectId head = headId().orElseThrow();
    try (ObjectWriter writer = new ObjectWriter(jgit)) {
      ObjectId tree =
          writer.trees().write(Optional.of(GitCommitView.treeOf(jgit, head)), change.files());
      for (var stage : change.unmerged()) {
        writer.blob(stage.file());
      }
      boolean clean = change.unmerged().isEmpty();
      Optional<ObjectId> commit =
          clean ? Optional.of(commit(writer, change, head, tree)) : Optional.empty();
      writer.flush();
      new WorkTreeChange(jgit).carryOut(change, head, tree, commit);
      return commit.map(GitRepository::idOf);
    } catch (IOException e) {
      throw GitRepository.failed("write to the repository", e).hint("nothing was changed");
    }
  }

  private ObjectId commit(ObjectWriter writer, TrunkChange change, ObjectId head, ObjectId tree)
      throws IOException {
    List<ObjectId> parents = new ArrayList<>(List.of(head));
    change.otherParent().map(GitRepository::jgitId).ifPresent(parents::add);
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(tree);
    commit.setParentIds(parents);
    commit.setAuthor(identity.author());
    commit.setCommitter(identity.committer());
    commit.setMessage(change.message());
    return writer.insert(Constants.OBJ_COMMIT, commit.build());
  }

  @Override
  public Optional<UnfinishedMerge> unfinishedMerge() {
    if (jgit.isBare()) {
      return Optional.empty();
    }
    Optional<ObjectId> mergeHead = MergeFiles.mergeHead(jgit);
    Optional<MergeState> state = MergeFiles.state(jgit).filter(s -> isStillUnderWay(s, mergeHead));
    return state.isEmpty() && mergeHead.isEmpty()
        ? Optional.empty()
        : Optional.of(new GitUnfinishedMerge(jgit, state, mergeHead));
  }

  /** Plain git may have ended the merge since, without a word to us. */
  private boolean isStillUnderWay(MergeState state, Optional<ObjectId> mergeHead) {
    boolean sameHead = head().filter(state.head()::equals).isPresent();
    boolean sameMerge = mergeHead.map(GitRepository::idOf).equals(state.otherParent());
    return sameHead && sameMerge && (mergeHead.isPresent() || MergeFiles.hasMessage(jgit));
  }
}
