package dev.xenvendor.git.object;

import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.release.Source.Described;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Finds the tag that a commit is described by: of the newest tagged commits behind it, the one with
 * the fewest commits in between. {@code git describe} does the same.
 */
final class NearestTag {

  /** As many as git considers. */
  private static final int MOST_CANDIDATES = 10;

  private final Repository repository;

  NearestTag(Repository repository) {
    this.repository = repository;
  }

  Optional<Described> of(RevCommit commit, Set<String> tags) {
    try {
      Map<ObjectId, String> tagged = tagged(tags);
      Optional<Described> nearest = Optional.empty();
      int candidates = 0;
      try (RevWalk walk = new RevWalk(repository)) {
        walk.setRetainBody(false);
        walk.sort(RevSort.COMMIT_TIME_DESC);
        walk.markStart(walk.parseCommit(commit));
        for (RevCommit behind : walk) {
          String tag = tagged.get(behind);
          if (tag != null) {
            Described described =
                new Described(GitRepository.idOf(commit), tag, commitsBetween(behind, commit));
            if (nearest.isEmpty() || described.commits() < nearest.get().commits()) {
              nearest = Optional.of(described);
            }
            if (described.commits() == 0 || ++candidates == MOST_CANDIDATES) {
              break;
            }
          }
        }
      }
      return nearest;
    } catch (IOException e) {
      throw GitRepository.failed("read the history", e);
    }
  }

  private Map<ObjectId, String> tagged(Set<String> tags) throws IOException {
    Map<ObjectId, String> tagged = new HashMap<>();
    for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
      String tag = Repository.shortenRefName(ref.getName());
      if (tags.contains(tag)) {
        Ref peeled = repository.getRefDatabase().peel(ref);
        ObjectId target = peeled.getPeeledObjectId();
        tagged.putIfAbsent(target == null ? peeled.getObjectId() : target, tag);
      }
    }
    return tagged;
  }

  private int commitsBetween(RevCommit tagged, RevCommit commit) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRetainBody(false);
      walk.markStart(walk.parseCommit(commit));
      walk.markUninteresting(walk.parseCommit(tagged));
      int commits = 0;
      while (walk.next() != null) {
        commits++;
      }
      return commits;
    }
  }
}
