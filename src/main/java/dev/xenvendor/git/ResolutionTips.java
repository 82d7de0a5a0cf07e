package dev.xenvendor.git;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.resolution.DamagedResolution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.jspecify.annotations.Nullable;

/** The commits that keep resolutions: this repository's own, and those fetched from remotes. */
final class ResolutionTips {

  /** The refs of a repository's own resolutions, by vendor. */
  static final String KEPT = "refs/xenvendor/resolutions/";

  /** The refs to which those of remotes are fetched, by remote. */
  static final String FETCHED = "refs/xenvendor/remotes/";

  private final Repository jgit;
  private final String ref;
  private final String vendor;
  private final Optional<ObjectId> own;
  private final List<ObjectId> heads;
  private final ResolutionEntries entries;

  /**
   * @param ref this repository's own ref
   */
  ResolutionTips(Repository jgit, String ref, String vendor) throws IOException {
    this.jgit = jgit;
    this.ref = ref;
    this.vendor = vendor;
    Ref named = jgit.exactRef(ref);
    this.own = Optional.ofNullable(named).map(Ref::getObjectId);
    this.heads = new ArrayList<>();
    this.entries = ResolutionEntries.none();
    for (Ref tip : tips(named)) {
      takeIn(tip);
    }
  }

  private List<Ref> tips(@Nullable Ref named) throws IOException {
    List<Ref> tips = new ArrayList<>();
    if (named != null) {
      tips.add(named);
    }
    jgit.getRefDatabase().getRefsByPrefix(FETCHED).stream()
        .filter(fetched -> fetched.getName().endsWith("/resolutions/" + vendor))
        .forEach(tips::add);
    return tips;
  }

  private void takeIn(Ref tip) {
    try (RevWalk walk = new RevWalk(jgit)) {
      RevCommit commit = walk.parseCommit(tip.getObjectId());
      ResolutionEntries ancestor = ResolutionEntries.none();
      for (ObjectId head : List.copyOf(heads)) {
        RevCommit other = walk.parseCommit(head);
        if (walk.isMergedInto(commit, other)) {
          return;
        }
        ancestor.trees().putAll(common(commit, other).trees());
        if (walk.isMergedInto(other, commit)) {
          heads.remove(head);
        }
      }
      entries.takeIn(ResolutionEntries.of(jgit, commit), ancestor);
      heads.add(commit.copy());
    } catch (IOException e) {
      entries.damaged().add(new DamagedResolution(tip.getName(), String.valueOf(e.getMessage())));
    }
  }

  /** Returns what two commits had when their histories parted. */
  private ResolutionEntries common(RevCommit one, RevCommit other) throws IOException {
    try (RevWalk walk = new RevWalk(jgit)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(List.of(walk.parseCommit(one), walk.parseCommit(other)));
      RevCommit base = walk.next();
      return base == null ? ResolutionEntries.none() : ResolutionEntries.of(jgit, base);
    }
  }

  /** The commit of this repository's own ref. */
  Optional<ObjectId> own() {
    return own;
  }

  /** The commits of which none is in the history of another. */
  List<ObjectId> heads() {
    return heads;
  }

  /** Returns what all of them keep together. */
  ResolutionEntries entries() {
    return entries;
  }

  /** Refuses to build on a ref that names no readable commit. */
  void requireReadable() {
    entries.damaged().stream()
        .filter(damaged -> damaged.name().equals(ref))
        .findFirst()
        .ifPresent(
            damaged -> {
              throw Problem.repository(ref + " cannot be read: " + damaged.reason())
                  .hint("start it anew: git update-ref -d " + ref);
            });
  }
}
