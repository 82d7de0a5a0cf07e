package dev.xenvendor.git;

import dev.xenvendor.downstream.CommitOptions;
import dev.xenvendor.downstream.EndedMerge;
import dev.xenvendor.downstream.GitOperation;
import dev.xenvendor.downstream.MergeState;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.TrunkChange;
import dev.xenvendor.downstream.TrunkHistory;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.downstream.UnfinishedMerge;
import dev.xenvendor.git.index.DirtyCheck;
import dev.xenvendor.git.index.IndexFile;
import dev.xenvendor.git.index.OverwriteCheck;
import dev.xenvendor.git.index.RawIndex;
import dev.xenvendor.git.object.GitCommitView;
import dev.xenvendor.git.object.ObjectWriter;
import dev.xenvendor.git.program.CommitHooks;
import dev.xenvendor.git.program.CommitSigner;
import dev.xenvendor.git.program.GitProgram;
import dev.xenvendor.git.repository.GitIdentity;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.git.repository.OperationInProgress;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.resolution.ResolutionStore;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private final CommitOptions options;

  public GitTrunk(GitRepository repository) {
    this(repository, CommitOptions.USUAL);
  }

  public GitTrunk(GitRepository repository, CommitOptions options) {
    this.options = options;
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

  @Override
  public String repository() {
    File folder = jgit.isBare() ? jgit.getDirectory() : jgit.getWorkTree();
    String url = jgit.getConfig().getString("remote", "origin", "url");
    return Optional.ofNullable(url)
        .map(GitTrunk::lastPart)
        .filter(name -> !name.isEmpty())
        .orElseGet(() -> lastPart(folder.getAbsolutePath()));
  }

  /** The last part of a path or URL, without {@code .git}. */
  private static String lastPart(String path) {
    String plain = path.replaceAll("(?:/\\.git)?/*$", "");
    int begin = Math.max(plain.lastIndexOf('/'), plain.lastIndexOf(':')) + 1;
    return plain.substring(begin).replaceAll("\\.git$", "");
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
  public TrunkHistory history() {
    return new GitTrunkHistory(jgit);
  }

  @Override
  public void requireReady(Set<HeaderPath> changed) {
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
      boolean isOfRelease = unfinishedMerge().flatMap(UnfinishedMerge::state).isPresent();
      String program = isOfRelease ? "xenvendor" : "git";
      throw Problem.repository("a merge is already in progress")
          .hint(
              "finish it: %1$s merge --continue, or abort it: %1$s merge --abort"
                  .formatted(program));
    }
    operation()
        .filter(GitOperation::ownsIndex)
        .ifPresent(
            other -> {
              throw other.inTheWay();
            });
    new DirtyCheck(jgit).requireClean(changed);
    identity.author();
    identity.committer();
  }

  @Override
  public Optional<GitOperation> operation() {
    return jgit.isBare() ? Optional.empty() : OperationInProgress.of(jgit);
  }

  @Override
  public ResolutionStore resolutions(Vendor vendor) {
    return new GitResolutions(jgit, vendor);
  }

  @Override
  public void requireFree(Collection<HeaderPath> written, Collection<HeaderPath> deleted) {
    RawIndex index = IndexFile.look(jgit);
    new OverwriteCheck(jgit, index).refuse(written, deleted);
    List<HeaderPath> touched = new ArrayList<>(written);
    touched.addAll(deleted);
    new DirtyCheck(jgit).requireUnchanged(index, touched);
  }

  @Override
  public void requireNoSubmodule(HeaderPath folder) {
    new OverwriteCheck(jgit, IndexFile.look(jgit)).refuseSubmodule(folder);
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
      for (var stage : change.resolved()) {
        writer.blob(stage.file());
      }
      CommitHooks hooks =
          new CommitHooks(jgit, options, CommitHooks.Moment.MERGE, change.isResumable());
      boolean clean = change.unmerged().isEmpty() && change.resolved().isEmpty();
      boolean waits = clean && hooks.any();
      TrunkChange worded = change.withMessage(message(change.message()));
      Optional<ObjectId> commit =
          clean && !waits ? Optional.of(commit(writer, worded, head, tree)) : Optional.empty();
      writer.flush();
      new WorkTreeChange(jgit).carryOut(worded, head, tree, commit);
      GitProgram.sparse(jgit);
      if (waits) {
        return Optional.of(new HookedCommit(jgit, options).commit(worded, hooks));
      }
      if (commit.isPresent()) {
        hooks.after();
      } else {
        GitProgram.rerere(jgit);
      }
      return commit.map(GitRepository::idOf);
    } catch (IOException e) {
      throw GitRepository.failed("write to the repository", e).hint("nothing was changed");
    }
  }

  @Override
  public void resume(TrunkChange change) {
    ObjectId head = headId().orElseThrow();
    try (ObjectWriter writer = new ObjectWriter(jgit)) {
      ObjectId headTree = GitCommitView.treeOf(jgit, head);
      ObjectId tree = writer.trees().write(Optional.of(headTree), change.files());
      writer.flush();
      new WorkTreeChange(jgit).carryOut(change, head, tree, Optional.empty());
      GitProgram.sparse(jgit);
    } catch (IOException e) {
      throw GitRepository.failed("write to the repository", e).hint("nothing was changed");
    }
  }

  private String message(String proposed) {
    return new CommitMessageOptions(options, identity).applied(proposed);
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
    new CommitSigner(jgit, options.sign()).sign(commit);
    return writer.insert(Constants.OBJ_COMMIT, commit.build());
  }

  @Override
  public Optional<EndedMerge> endedMerge() {
    return MergeFiles.ended(jgit)
        .map(state -> new EndedMerge(state, new MergeCommitSearch(jgit).find(state)));
  }

  @Override
  public void forgetEndedMerge() {
    try {
      MergeFiles.forgetEnded(jgit);
    } catch (IOException e) {
      throw GitRepository.failed("delete the state of a merge", e);
    }
  }

  @Override
  public Optional<UnfinishedMerge> unfinishedMerge() {
    if (jgit.isBare() || operation().filter(GitOperation::ownsIndex).isPresent()) {
      return Optional.empty();
    }
    Optional<ObjectId> mergeHead = MergeFiles.mergeHead(jgit);
    Optional<MergeState> state = MergeFiles.state(jgit).filter(s -> isStillUnderWay(s, mergeHead));
    return state.isEmpty() && mergeHead.isEmpty()
        ? Optional.empty()
        : Optional.of(new GitUnfinishedMerge(jgit, state, mergeHead, options));
  }

  /** Plain git may have ended the merge since, without a word to us. */
  private boolean isStillUnderWay(MergeState state, Optional<ObjectId> mergeHead) {
    boolean sameHead = head().filter(state.head()::equals).isPresent();
    boolean sameMerge = mergeHead.map(GitRepository::idOf).equals(state.otherParent());
    return sameHead && sameMerge && (mergeHead.isPresent() || MergeFiles.hasMessage(jgit));
  }
}
