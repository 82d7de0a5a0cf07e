package dev.xenvendor.release;

import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Something that holds upstream's headers: a git repository, an archive or a directory. */
public interface Source extends AutoCloseable {

  /**
   * The request to a source.
   *
   * @param path where the headers are in upstream's tree
   * @param refs tags, branches or commits, of which the first that exists is meant; none for the
   *     source's newest state, or where the source has only one
   * @param known paths the release is known to have, by which bare headers are recognised
   * @param limits what exceeds these is refused
   */
  record Request(HeaderPath path, List<String> refs, Set<HeaderPath> known, Limits limits) {

    public Request(HeaderPath path, List<String> refs, Set<HeaderPath> known) {
      this(path, refs, known, Limits.DEFAULT);
    }
  }

  /** Returns what the user called it. */
  String name();

  /** Returns whether it holds a history, so that a ref can be asked for. */
  default boolean hasHistory() {
    return false;
  }

  /** Returns whether it is far away, so that asking for all of its history takes long. */
  default boolean isRemote() {
    return false;
  }

  Snapshot snapshot(Request request);

  /** The names of its tags; none where there is no history. No object is read for them. */
  default Set<String> tagNames() {
    return Set.of();
  }

  /** The names of its branches, of remotes too; none where there is no history. */
  default Set<String> branchNames() {
    return Set.of();
  }

  /** Its tags, each with the commit that it names; none where there is no history. */
  default Map<String, GitId> tags() {
    return Map.of();
  }

  /**
   * Returns the nearest of some tags among a commit's ancestors, as {@code git describe} finds it.
   *
   * @param ref a tag, branch or commit
   */
  default Optional<Described> describe(String ref, Set<String> tags) {
    return Optional.empty();
  }

  /**
   * The tagged states of the headers, one for each different tree.
   *
   * @param path where the headers are in upstream's tree
   */
  default List<TaggedTree> taggedTrees(HeaderPath path) {
    return List.of();
  }

  /**
   * The different states the headers were in at the commits of a time, oldest first.
   *
   * @param path where the headers are in upstream's tree
   */
  default List<HistoricTree> history(HeaderPath path, Instant from, Instant until) {
    return List.of();
  }

  /**
   * The commits between two that changed each of several files, oldest first; nothing where there
   * is no history.
   *
   * @param files their paths in upstream's tree
   */
  default Map<HeaderPath, List<UpstreamCommit>> changes(
      Set<HeaderPath> files, GitId from, GitId until) {
    return Map.of();
  }

  @Override
  void close();

  /**
   * A commit named by its nearest earlier tag.
   *
   * @param commits how many commits it is ahead of the tag; 0 where the tag names it
   */
  record Described(GitId commit, String tag, int commits) {}

  /**
   * A state of the headers that tags name.
   *
   * @param time when the first tag's commit was made
   * @param tags all the tags of this state
   * @param headers read while the source is open
   */
  record TaggedTree(Instant time, List<String> tags, HeaderTree headers) {}

  /** A state of the headers, and the first commit that had it. */
  record HistoricTree(GitId commit, HeaderTree headers) {}
}
