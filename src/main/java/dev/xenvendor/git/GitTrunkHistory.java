package dev.xenvendor.git;

import dev.xenvendor.downstream.TrunkChange;
import dev.xenvendor.downstream.TrunkCommit;
import dev.xenvendor.downstream.TrunkHistory;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.git.object.GitCommitView;
import dev.xenvendor.git.program.GitProgram;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** The history of the branch that is checked out, in a git repository. */
final class GitTrunkHistory implements TrunkHistory {

  private final Repository jgit;

  GitTrunkHistory(Repository jgit) {
    this.jgit = jgit;
  }

  @Override
  public TrunkCommit commit(GitId id) {
    try (RevWalk walk = new RevWalk(jgit)) {
      RevCommit commit = walk.parseCommit(GitRepository.jgitId(id));
      List<GitId> parents = Stream.of(commit.getParents()).map(GitRepository::idOf).toList();
      return new TrunkCommit(id, commit.getFullMessage(), parents);
    } catch (IOException e) {
      throw GitRepository.failed("read commit " + id.abbreviated(), e);
    }
  }

  @Override
  public TrunkView at(GitId id) {
    return new GitCommitView(jgit, id.hex(), () -> Optional.of(GitRepository.jgitId(id)));
  }

  @Override
  public Optional<String> remoteBranchWith(GitId id) {
    try (RevWalk walk = new RevWalk(jgit)) {
      RevCommit commit = walk.parseCommit(GitRepository.jgitId(id));
      for (Ref ref : jgit.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES)) {
        boolean holds =
            !ref.isSymbolic() && walk.isMergedInto(commit, walk.parseCommit(ref.getObjectId()));
        if (holds) {
          return Optional.of(VendorRefs.shortName(ref));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw GitRepository.failed("read the branches of remotes", e);
    }
  }

  @Override
  public void moveBack(GitId from, GitId to, String why) {
    Map<HeaderPath, Optional<HeaderFile>> files = at(from).tree().editsTo(at(to).tree());
    TrunkChange change = new TrunkChange(files, List.of(), why, Optional.empty(), Optional.empty());
    ObjectId target = GitRepository.jgitId(to);
    try {
      new WorkTreeChange(jgit)
          .carryOut(
              change,
              GitRepository.jgitId(from),
              GitCommitView.treeOf(jgit, target),
              Optional.of(target));
      GitProgram.sparse(jgit);
    } catch (IOException e) {
      throw GitRepository.failed("write to the repository", e).hint("nothing was changed");
    }
  }
}
