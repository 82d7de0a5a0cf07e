package dev.xenvendor.git;

import dev.xenvendor.downstream.MergeState;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.tree.GitId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Searches the branches for the commit by which plain git ended a merge. */
final class MergeCommitSearch {

  /** Among so many commits, the newest ones, the commit is looked for. */
  private static final int MOST = 10_000;

  private final Repository jgit;

  MergeCommitSearch(Repository jgit) {
    this.jgit = jgit;
  }

  /** The commit on any branch, since it need not be checked out any more. */
  Optional<GitId> find(MergeState state) {
    List<GitId> expected = new ArrayList<>(List.of(state.head()));
    state.otherParent().ifPresent(expected::add);
    try (RevWalk walk = new RevWalk(jgit)) {
      for (ObjectId tip : tips()) {
        walk.markStart(walk.parseCommit(tip));
      }
      walk.markUninteresting(walk.parseCommit(GitRepository.jgitId(state.head())));
      RevCommit commit = walk.next();
      for (int seen = 0; commit != null && seen < MOST; seen++) {
        if (parents(commit).equals(expected)) {
          return Optional.of(GitRepository.idOf(commit));
        }
        commit = walk.next();
      }
      return Optional.empty();
    } catch (IOException e) {
      throw GitRepository.failed("read the history", e);
    }
  }

  private static List<GitId> parents(RevCommit commit) {
    return Stream.of(commit.getParents()).map(GitRepository::idOf).toList();
  }

  private List<ObjectId> tips() throws IOException {
    List<ObjectId> tips = new ArrayList<>();
    for (Ref branch : jgit.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
      tips.add(branch.getObjectId());
    }
    Optional.ofNullable(jgit.exactRef(Constants.HEAD)).map(Ref::getObjectId).ifPresent(tips::add);
    return tips;
  }
}
