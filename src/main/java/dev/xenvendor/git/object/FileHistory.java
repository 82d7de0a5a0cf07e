package dev.xenvendor.git.object;

import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.release.UpstreamCommit;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** The commits that changed one file. */
final class FileHistory {

  private static final byte[] NOTHING = {};

  private final Repository repository;
  private final String path;

  FileHistory(Repository repository, HeaderPath path) {
    this.repository = repository;
    this.path = path.value();
  }

  /** The ancestors of one commit that are not ancestors of the other, oldest first. */
  List<UpstreamCommit> between(GitId from, GitId until) {
    List<UpstreamCommit> commits = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository);
        RevWalk whole = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(GitRepository.jgitId(until)));
      walk.markUninteresting(walk.parseCommit(GitRepository.jgitId(from)));
      walk.setTreeFilter(AndTreeFilter.create(PathFilter.create(path), TreeFilter.ANY_DIFF));
      for (RevCommit commit : walk) {
        // The walk gives commits other parents than they have: those that matter to the path.
        RevCommit real = whole.parseCommit(commit);
        if (real.getParentCount() == 1) {
          commits.add(commit(real, whole.parseCommit(real.getParent(0))));
        }
      }
    } catch (IOException e) {
      throw GitRepository.failed("read the history", e);
    }
    Collections.reverse(commits);
    return commits;
  }

  private UpstreamCommit commit(RevCommit commit, RevCommit parent) throws IOException {
    LocalDate date =
        Instant.ofEpochSecond(commit.getCommitTime()).atZone(ZoneOffset.UTC).toLocalDate();
    return new UpstreamCommit(
        GitRepository.idOf(commit), date, commit.getShortMessage(), file(parent), file(commit));
  }

  private byte[] file(RevCommit commit) throws IOException {
    try (TreeWalk walk = TreeWalk.forPath(repository, path, commit.getTree())) {
      if (walk == null) {
        return NOTHING;
      }
      ObjectId id = walk.getObjectId(0);
      return repository.open(id).getBytes();
    }
  }
}
