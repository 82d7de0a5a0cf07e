package dev.xenvendor.downstream;

import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.Labels;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;

/**
 * The state of a merge in progress that git's index does not hold.
 *
 * @param base the release merged from; empty for a first merge
 * @param head trunk's commit when the merge began
 * @param otherParent the commit that is merged; empty where the merge shall leave no ancestry
 */
public record MergeState(
    String vendor,
    Version release,
    Optional<Version> base,
    GitId head,
    Optional<GitId> otherParent,
    Labels labels,
    List<NotedConflict> conflicts) {

  /**
   * A conflict as it was found.
   *
   * @param paths every path that git lists as unmerged for it, from the root of the repository
   * @param lost the patch that no longer applies, where that is the conflict
   */
  public record NotedConflict(
      Conflict.Kind kind,
      HeaderPath path,
      List<HeaderPath> paths,
      Optional<InapplicablePatch> lost) {

    /** A conflict that is no patch's. */
    public NotedConflict(Conflict.Kind kind, HeaderPath path, List<HeaderPath> paths) {
      this(kind, path, paths, Optional.empty());
    }
  }
}
