package dev.xenvendor.git.object;

import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.release.UpstreamCommit;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** The commits that changed each of several files. One walk through the history finds them all. */
final class FileHistories {

  private final Repository repository;
  private final TreeReader trees;
  private final TreeFilter changed;
  private final Map<HeaderPath, List<UpstreamCommit>> commits = new LinkedHashMap<>();

  /**
   * @param files at least one
   */
  FileHistories(Repository repository, Collection<HeaderPath> files) {
    this.repository = repository;
    this.trees = new TreeReader(repository);
    this.changed =
        AndTreeFilter.create(
            PathFilterGroup.createFromStrings(files.stream().map(HeaderPath::value).toList()),
            TreeFilter.ANY_DIFF);
    files.forEach(file -> commits.put(file, new ArrayList<>()));
  }

  /** The ancestors of one commit that are not ancestors of the other, oldest first. */
  Map<HeaderPath, List<UpstreamCommit>> between(GitId from, GitId until) {
    try (RevWalk walk = new RevWalk(repository);
        RevWalk whole = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(GitRepository.jgitId(until)));
      walk.markUninteresting(walk.parseCommit(GitRepository.jgitId(from)));
      walk.setTreeFilter(changed);
      for (RevCommit commit : walk) {
        // The walk gives commits other parents than they have: those that matter to the paths.
        RevCommit real = whole.parseCommit(commit);
        if (real.getParentCount() == 1) {
          add(real, whole.parseCommit(real.getParent(0)));
        }
      }
    } catch (IOException e) {
      throw GitRepository.failed("read the history", e);
    }
    commits.values().forEach(Collections::reverse);
    return commits;
  }

  private void add(RevCommit commit, RevCommit parent) throws IOException {
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.setRecursive(true);
      walk.setFilter(changed);
      walk.addTree(parent.getTree());
      walk.addTree(commit.getTree());
      while (walk.next()) {
        List<UpstreamCommit> ofFile = commits.get(HeaderPath.of(walk.getPathString()));
        if (ofFile != null) {
          ofFile.add(commit(commit, file(walk, 0), file(walk, 1)));
        }
      }
    }
  }

  private Optional<HeaderFile> file(TreeWalk walk, int side) {
    boolean isMissing = walk.getFileMode(side).equals(FileMode.MISSING);
    return isMissing ? Optional.empty() : Optional.of(trees.file(walk, side));
  }

  private static UpstreamCommit commit(
      RevCommit commit, Optional<HeaderFile> before, Optional<HeaderFile> after) {
    LocalDate date =
        Instant.ofEpochSecond(commit.getCommitTime()).atZone(ZoneOffset.UTC).toLocalDate();
    return new UpstreamCommit(
        GitRepository.idOf(commit), date, commit.getShortMessage(), before, after);
  }
}
